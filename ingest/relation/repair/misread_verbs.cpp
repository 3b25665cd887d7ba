#include "ingest/relation/repair/misread_verbs.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "ingest/relation/repair/named_tree.hpp"
#include "ingest/relation/tree_queries.hpp"

namespace newsgraph {
namespace {

/// Restores the verbs of one analysis in place.
class Restorer {
  public:
    Restorer(Analysis& analysis, const Entities& entities)
        : analysis_(analysis), dependents_(analysis), name_(widest_names(analysis, entities)) {}

    void restore() {
        for (const Sentence& sentence : analysis_.sentences) {
            if (sentence.tokens.size() < 3 || has_finite_verb(sentence.tokens)) continue;
            for (TokenIndex i = sentence.tokens.begin + 1; i + 1 < sentence.tokens.end; ++i) {
                if (!may_be_verb(i, sentence)) continue;
                make_verb(i, sentence.tokens);
                break;
            }
        }
    }

  private:
    Token& token(TokenIndex index) { return analysis_.tokens[index]; }

    bool has_finite_verb(TokenRange tokens) {
        for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
            const Token& word = token(i);
            if (word.upos == Upos::aux) return true;
            if (word.upos != Upos::verb) continue;
            // "plans to open" has none but "plans".
            const bool infinitive = i > tokens.begin && token(i - 1).xpos == Xpos::to;
            if (is_finite(word.xpos) || (word.xpos == Xpos::vb && !infinitive)) return true;
        }
        return false;
    }

    /// "supplies" right after a name that no preposition marks, and with something after it.
    bool may_be_verb(TokenIndex index, const Sentence& sentence) {
        const Mention* before = name_[index - 1];
        if (before == nullptr || name_[index] != nullptr || before->tokens.end != index) return false;
        const Xpos tag = token(index).xpos;
        if (tag != Xpos::nns && tag != Xpos::vbn) return false;
        const TokenIndex begin = before->tokens.begin;
        if (begin > sentence.tokens.begin) {
            const Upos left = token(begin - 1).upos;
            if (left == Upos::adp || left == Upos::part || left == Upos::adj) return false;
        }
        const Token& next = token(index + 1);
        const bool opens_object = name_[index + 1] != nullptr || next.upos == Upos::det ||
                                  next.upos == Upos::num || next.upos == Upos::sym;
        if (sentence.is_heading) return opens_object && tag == Xpos::nns;
        if (next.upos == Upos::adp && analysis_.form(index + 1) == "by") return false;
        return opens_object || next.upos == Upos::adp || next.upos == Upos::noun || next.upos == Upos::adj ||
               next.upos == Upos::propn || next.upos == Upos::pron || next.upos == Upos::part;
    }

    void make_verb(TokenIndex verb, TokenRange sentence) {
        const Mention& subject = *name_[verb - 1];
        const TokenIndex old_root = root_of(sentence);
        if (token(verb).xpos == Xpos::nns) token(verb).lemma = third_person_lemma(analysis_.form(verb));
        token(verb).upos = Upos::verb;
        token(verb).xpos = token(verb).xpos == Xpos::nns ? Xpos::vbz : Xpos::vbd;
        if (old_root != verb && old_root != no_token) hang(old_root, verb, sentence);
        token(verb).head = no_token;
        token(verb).deprel = Deprel::root;
        for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
            if (i == verb || subject.tokens.contains(i)) continue;
            const TokenIndex governor = token(i).head;
            const bool of_subject = governor != no_token && subject.tokens.contains(governor);
            if (governor == verb || (of_subject && i > verb)) hang(i, verb, sentence);
        }
        for (TokenIndex i = subject.tokens.begin; i < subject.tokens.end; ++i) {
            if (i == subject.head) continue;
            token(i).head = subject.head;
            token(i).deprel = Deprel::flat;
        }
        token(subject.head).head = verb;
        token(subject.head).deprel = Deprel::nsubj;
    }

    /// "lives" -> "live", "supplies" -> "supply", "pushes" -> "push".
    static std::string third_person_lemma(std::string_view form) {
        std::string lemma(form);
        if (lemma.ends_with("ies") && lemma.size() > 4) return lemma.substr(0, lemma.size() - 3) + "y";
        for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes", "oes"}) {
            if (lemma.ends_with(ending)) return lemma.substr(0, lemma.size() - 2);
        }
        if (lemma.ends_with('s')) lemma.pop_back();
        return lemma;
    }

    TokenIndex root_of(TokenRange sentence) {
        for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
            if (token(i).head == no_token) return i;
        }
        return no_token;
    }

    /// Hangs a word on the verb, by the relation that its kind and its place suggest.
    void hang(TokenIndex index, TokenIndex verb, TokenRange sentence) {
        Token& word = token(index);
        word.head = verb;
        if (word.upos == Upos::punct) {
            word.deprel = Deprel::punct;
        } else if (word.upos == Upos::verb) {
            const bool infinitive =
                index > verb && has_dependent(analysis_, dependents_, index, {Deprel::mark});
            word.deprel = infinitive ? Deprel::xcomp : Deprel::advcl;
        } else if (has_dependent(analysis_, dependents_, index, {Deprel::case_})) {
            word.deprel = Deprel::obl;
        } else if (word.upos == Upos::adv) {
            word.deprel = Deprel::advmod;
        } else if (index > verb && !has_object(verb, index, sentence)) {
            word.deprel = Deprel::obj;
        } else if (word.deprel == Deprel::root || word.deprel == Deprel::nsubj) {
            word.deprel = Deprel::dep;
        }
    }

    bool has_object(TokenIndex verb, TokenIndex except, TokenRange sentence) {
        for (TokenIndex i = verb + 1; i < sentence.end && i < verb + max_distance; ++i) {
            if (i != except && token(i).head == verb && token(i).deprel == Deprel::obj) return true;
        }
        return false;
    }

    static constexpr TokenIndex max_distance = 32;  // from a verb to its object: keeps this linear

    Analysis& analysis_;
    const Dependents dependents_;
    std::vector<const Mention*> name_;  // of each token: the widest name that covers it
};

}  // namespace

void restore_verbs(Analysis& analysis, const Entities& entities) { Restorer(analysis, entities).restore(); }

}  // namespace newsgraph
