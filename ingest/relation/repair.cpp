#include "ingest/relation/repair.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/relation/clause.hpp"
#include "ingest/relation/elisions.hpp"
#include "ingest/relation/misread_verbs.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t max_description = 12;  // tokens from the article to the noun of "NAME, a maker of X,"

/// Repairs one analysis in place.
class Repairer {
  public:
    Repairer(Analysis& analysis, const Entities& entities)
        : analysis_(analysis),
          entities_(entities),
          name_end_(analysis.tokens.size(), 0),
          heads_(analysis.tokens.size(), no_token),
          type_(analysis.tokens.size(), nullptr),
          verb_(analysis.tokens.size(), false) {
        for (TokenIndex i = 0; i < analysis.tokens.size(); ++i) verb_[i] = token(i).upos == Upos::verb;
    }

    void repair() {
        restore_founders();
        join_executives();
        join_kin();
        restore_nouns();
        free_particles();
        count_depths();
        for (const Mention& mention : entities_.mentions) {
            if (mention.kind != MentionKind::name) continue;
            hold_together(mention.tokens);
            take_honorific(mention.tokens.begin);
            type_[mention.tokens.begin] = &entities_.entities[index_of(mention.entity)].type;
            if (entities_.entities[index_of(mention.entity)].type == "person") {
                take_title(mention.tokens.begin);
                describe_person(mention.tokens);
            }
        }
        for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i) {
            if (token(i).xpos == Xpos::pos && i > 0 && in_one_sentence(i - 1, i))
                attach_possessor(owner_before(i), i + 1);
            if (token(i).xpos == Xpos::prp_poss) attach_possessor(i, i + 1);
        }
        for (TokenIndex i = 0; i < name_end_.size(); ++i) {
            if (name_end_[i] == 0) continue;
            attach_modifiers(i);
            attach_recipient(i, name_end_[i]);
            join_objects(i, name_end_[i]);
        }
        coordinate_names();
        for (TokenIndex i = 0; i < name_end_.size(); ++i) {
            if (name_end_[i] == 0) continue;
            attach_place_of_base(i, name_end_[i]);
            attach_doer_of_participle(i, name_end_[i]);
            attach_relative(i, name_end_[i]);
            name_description(i, name_end_[i]);
            free_from_time(i);
            join_names_by_verb(i, name_end_[i]);
            attach_participle(i, name_end_[i]);
            make_lone_subject(i, name_end_[i]);
            name_work(i);
            attach_belonging(i, name_end_[i]);
            attach_appointee(i, name_end_[i]);
            raise_doer(i);
        }
        for (TokenIndex i = 0; i < name_end_.size(); ++i) {
            if (name_end_[i] != 0) attach_description(i, name_end_[i]);
        }
        attach_participles_to_nouns();
        for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i) {
            raise_predicate(i);
            dissolve_own(i);
            free_predicate(i);
            make_relative_object(i);
        }
        cut_appositions();
        attach_demonstratives();
    }

  private:
    Token& token(TokenIndex index) { return analysis_.tokens[index]; }

    /// How far each token is from its root. Trees are walked from the top, so that this is linear.
    void count_depths() {
        const Dependents dependents(analysis_);
        depth_.assign(analysis_.tokens.size(), 0);
        std::vector<TokenIndex> order;
        for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i) {
            if (token(i).head == no_token) order.push_back(i);
        }
        for (std::size_t next = 0; next < order.size(); ++next) {
            for (const TokenIndex child : dependents.of(order[next])) {
                depth_[child] = depth_[order[next]] + 1;
                order.push_back(child);
            }
        }
    }

    void hold_together(TokenRange name) {
        if (name.empty() || name_end_[name.begin] >= name.end) return;  // within a wider one
        name_end_[name.begin] = name.end;
        TokenIndex head = no_token;
        for (TokenIndex i = name.begin; i < name.end; ++i) {
            const TokenIndex governor = token(i).head;
            const bool leads_out = governor == no_token || !name.contains(governor);
            if (leads_out && (head == no_token || depth_[i] < depth_[head])) head = i;
        }
        if (head == no_token) return;
        // "Against the Tide": a preposition that opens a name marks nothing.
        if (name.size() > 1 && token(name.begin).upos == Upos::adp) {
            token(name.begin).upos = Upos::propn;
            if (token(name.begin).deprel == Deprel::case_) token(name.begin).deprel = Deprel::compound;
        }
        // "the Bank of Ghent": a word within the name that the parser made its head stays so.
        for (TokenIndex i = name.begin; i < name.end; ++i) {
            Token& word = token(i);
            if (i != head && (word.head == no_token || !name.contains(word.head))) {
                word.head = head;
                word.deprel = i < head ? Deprel::compound : Deprel::flat;
            }
            if (word.upos != Upos::adp && word.upos != Upos::det && word.upos != Upos::punct &&
                word.upos != Upos::cconj && word.upos != Upos::num && word.upos != Upos::part) {
                word.upos = Upos::propn;
                word.xpos = Xpos::nnp;
            }
        }
        Token& top = token(head);
        const bool was_verb = verb_[head];
        top.upos = Upos::propn;
        top.deprel = nominal(top.deprel, head < top.head);
        for (TokenIndex i = name.begin; i < name.end; ++i) heads_[i] = head;
        move_outer_dependents(name, head);
        if (was_verb) give_place_to_verb(name, head);
        take_preposition(name, head);
        attach_name(name, head);
    }

    /// "Ana Fell, a judge, hit back": where a word of the name was taken for the sentence's verb, the next
    /// verb is it.
    void give_place_to_verb(TokenRange name, TokenIndex head) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(head)];
        const TokenIndex last = std::min<TokenIndex>(sentence.tokens.end, name.end + 2 * reach);
        for (TokenIndex verb = name.end; verb < last; ++verb) {
            Token& next = token(verb);
            if (next.head != head || next.upos != Upos::verb || next.xpos == Xpos::vbg) continue;
            if (next.deprel != Deprel::conj && next.deprel != Deprel::parataxis &&
                next.deprel != Deprel::ccomp && next.deprel != Deprel::dep)
                continue;
            next.head = token(head).head;
            next.deprel = token(head).deprel;
            if (next.xpos == Xpos::vb || next.xpos == Xpos::vbn) next.xpos = Xpos::vbd;
            token(head).head = verb;
            token(head).deprel = Deprel::nsubj;
            for (TokenIndex i = verb + 1; i < last; ++i) {
                if (token(i).head == head) token(i).head = verb;
            }
            // A description between commas that was the next verb's subject is the name's.
            for (TokenIndex i = name.end; i < verb; ++i) {
                if (token(i).head != verb || token(i).deprel != Deprel::nsubj) continue;
                token(i).head = head;
                token(i).deprel = Deprel::appos;
            }
            return;
        }
    }

    /// "left to found Acme": an infinitive is none of "find".
    void restore_founders() {
        for (TokenIndex i = 1; i < analysis_.tokens.size(); ++i) {
            Token& verb = token(i);
            if (verb.upos != Upos::verb || verb.lemma != "find" || lower_form(analysis_, i) != "found")
                continue;
            if (verb.xpos == Xpos::vb || token(i - 1).xpos == Xpos::to) verb.lemma = "found";
        }
    }

    /// "chief executive": the second word is the noun, whatever the tagger makes of it.
    void join_executives() {
        for (TokenIndex i = 0; i + 1 < analysis_.tokens.size(); ++i) {
            if (lower_form(analysis_, i) != "chief" || lower_form(analysis_, i + 1) != "executive") continue;
            const bool goes_on = i + 2 < analysis_.tokens.size() && lower_form(analysis_, i + 2) == "officer";
            const TokenIndex noun = goes_on ? i + 2 : i + 1;
            if (!in_one_sentence(i, noun)) continue;
            token(noun).upos = Upos::noun;
            token(noun).xpos = Xpos::nn;
            // The word of the three that leads out gives the noun its place.
            for (TokenIndex j = i; j < noun; ++j) {
                const TokenIndex governor = token(j).head;
                const bool leads_out = governor == no_token || governor < i || governor > noun;
                if (leads_out && (token(noun).head == j || (token(noun).head != no_token && j == i))) {
                    token(noun).head = governor;
                    token(noun).deprel = token(j).deprel == Deprel::amod ? Deprel::appos : token(j).deprel;
                }
            }
            for (TokenIndex j = i; j < noun; ++j) {
                move_dependents(j, noun);
                if (!leads_to(noun, j)) {
                    token(j).head = noun;
                    token(j).deprel = Deprel::amod;
                }
            }
        }
    }

    /// "a tie-up between", "took Acme to court", "led a $5m round in": nouns that were taken for particles,
    /// verbs and adverbs.
    void restore_nouns() {
        for (TokenIndex i = 2; i < analysis_.tokens.size(); ++i) {
            if (!in_one_sentence(i - 2, i)) continue;
            Token& word = token(i);
            const bool particle = word.upos == Upos::adp || word.upos == Upos::adv;
            const bool argument = word.deprel == Deprel::nsubj || word.deprel == Deprel::nsubj_pass ||
                                  word.deprel == Deprel::obj || word.deprel == Deprel::obl ||
                                  word.deprel == Deprel::nmod || word.deprel == Deprel::appos ||
                                  word.deprel == Deprel::conj || word.deprel == Deprel::root;
            if (analysis_.form(i - 1) == "-" && particle && argument && token(i - 2).head == i) {
                word.upos = Upos::noun;
                word.xpos = Xpos::nn;
            }
            const std::string form = lower_form(analysis_, i);
            if (form == "court" && word.upos == Upos::verb && lower_form(analysis_, i - 1) == "to") {
                word.upos = Upos::noun;
                word.xpos = Xpos::nn;
                word.deprel = Deprel::obl;
                token(i - 1).upos = Upos::adp;
                token(i - 1).xpos = Xpos::in;
                token(i - 1).deprel = Deprel::case_;
            }
            const Upos before = token(i - 1).upos;
            const bool counted = before == Upos::num || before == Upos::noun || before == Upos::sym;
            if (form == "round" && particle && counted && word.deprel == Deprel::advmod &&
                word.head != no_token && word.head < i && token(word.head).upos == Upos::verb) {
                word.upos = Upos::noun;
                word.xpos = Xpos::nn;
                word.deprel = Deprel::obj;
            }
        }
    }

    /// "her brother-in-law": one noun, the last of its words.
    void join_kin() {
        for (TokenIndex i = 0; i + 4 < analysis_.tokens.size(); ++i) {
            if (analysis_.form(i + 1) != "-" || lower_form(analysis_, i + 2) != "in" ||
                analysis_.form(i + 3) != "-" || !in_one_sentence(i, i + 4))
                continue;
            const std::string last = lower_form(analysis_, i + 4);
            if (last != "law" && last != "laws") continue;
            const TokenIndex noun = i + 4;
            if (is_above(noun, i)) continue;
            Token& first = token(i);
            if (first.head == no_token && leads_to(noun, i))
                token(noun).head = no_token;
            else
                token(noun).head = first.head;
            token(noun).deprel = first.deprel;
            token(noun).upos = Upos::noun;
            token(noun).xpos = last == "law" ? Xpos::nn : Xpos::nns;
            for (TokenIndex j = i; j < noun; ++j) {
                move_dependents(j, noun);
                token(j).head = noun;
                token(j).deprel = analysis_.form(j) == "-" ? Deprel::punct : Deprel::compound;
                if (j == i + 2) token(j).upos = Upos::x;
            }
        }
    }

    /// Whether climbing from `below` meets `above`.
    bool leads_to(TokenIndex below, TokenIndex above) { return is_above(above, below); }

    /// What hangs on `from` near by hangs on `to`.
    void move_dependents(TokenIndex from, TokenIndex to) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(from)];
        const TokenIndex first = std::max(sentence.tokens.begin, from < reach ? 0 : from - reach);
        const TokenIndex last = std::min<TokenIndex>(sentence.tokens.end, from + reach);
        for (TokenIndex i = first; i < last; ++i) {
            if (i != to && token(i).head == from && !is_above(i, to)) token(i).head = to;
        }
    }

    /// "Ms Roe": the honorific describes the name, which takes its place.
    void take_honorific(TokenIndex begin) {
        if (begin == 0 || !in_one_sentence(begin - 1, begin)) return;
        const TokenIndex title = begin - 1;
        const TokenIndex head = heads_[begin];
        const std::string word = lower_form(analysis_, title);
        static constexpr std::array<std::string_view, 14> honorifics = {
            "mr",  "mr.", "mrs",  "mrs.", "ms",   "ms.",  "dr",
            "dr.", "sir", "dame", "lord", "lady", "prof", "prof."};
        if (head == no_token || std::ranges::find(honorifics, word) == honorifics.end()) return;
        Token& honorific = token(title);
        honorific.upos = Upos::propn;
        honorific.xpos = Xpos::nnp;
        const bool name_below = is_above(title, head);
        const bool gives_place =
            name_below || says_nothing(token(head).deprel) ||
            (honorific.head == token(head).head && token(head).deprel != Deprel::nmod_poss);
        if (honorific.head == head) return;
        if (gives_place) {
            token(head).head = honorific.head;
            if (honorific.deprel != Deprel::compound && honorific.deprel != Deprel::nmod_desc)
                token(head).deprel = honorific.deprel;
        }
        if (is_above(title, head)) return;
        move_dependents(title, head);
        honorific.head = head;
        honorific.deprel = Deprel::nmod_desc;
    }

    /// "Sprinter Ana Roe", "the author Ana Roe": where a tree hangs the name on the title before it, the name
    /// takes its place, and what follows is the name's.
    void take_title(TokenIndex begin) {
        if (begin == 0 || !in_one_sentence(begin - 1, begin)) return;
        const TokenIndex index = begin - 1;
        const TokenIndex head = heads_[begin];
        if (head == no_token || token(head).head != index || heads_[index] != no_token) return;
        Token& title = token(index);
        const bool named = title.upos == Upos::propn && title.xpos != Xpos::pos &&
                           (token(head).deprel == Deprel::flat || token(head).deprel == Deprel::compound);
        const bool described =
            title.upos == Upos::noun && title.xpos == Xpos::nn && token(head).deprel == Deprel::appos;
        if (!named && !described) return;
        token(head).head = title.head;
        token(head).deprel = title.deprel;
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(index)];
        const TokenIndex first = std::max(sentence.tokens.begin, index < reach ? 0 : index - reach);
        const TokenIndex last = std::min<TokenIndex>(sentence.tokens.end, index + 2 * reach);
        for (TokenIndex i = first; i < last; ++i) {
            const Deprel relation = token(i).deprel;
            const bool own = i < index && (relation == Deprel::compound || relation == Deprel::amod ||
                                           relation == Deprel::nmod_poss || relation == Deprel::det);
            if (i != head && token(i).head == index && !own) token(i).head = head;
        }
        title.head = head;
        title.deprel = Deprel::nmod_desc;
        title.upos = Upos::noun;
        title.xpos = Xpos::nn;
    }

    /// "sworn in as president": a particle that a tree takes for a second preposition.
    void free_particles() {
        for (TokenIndex i = 1; i + 1 < analysis_.tokens.size(); ++i) {
            Token& particle = token(i);
            if (particle.xpos != Xpos::rp || particle.deprel != Deprel::case_) continue;
            const Token& next = token(i + 1);
            const bool doubled = next.deprel == Deprel::case_ && next.head == particle.head;
            if (!doubled || token(i - 1).upos != Upos::verb || !in_one_sentence(i - 1, i + 1)) continue;
            particle.head = i - 1;
            particle.deprel = Deprel::compound_prt;
        }
    }

    /// "Acme, Bolt and Nova": names of one type in a row, the last after "and", are one coordination.
    void coordinate_names() {
        for (TokenIndex i = 0; i < name_end_.size();) {
            if (name_end_[i] == 0) {
                ++i;
                continue;
            }
            const std::vector<TokenIndex> members = row_of_names(i);
            if (members.size() > 1) coordinate(members);
            i = std::max(name_end_[members.back()], i + 1);
        }
    }

    /// The first tokens of the names in the row; only the first where no "and" closes it.
    std::vector<TokenIndex> row_of_names(TokenIndex first) {
        std::vector<TokenIndex> members = {first};
        const TokenIndex limit = analysis_.sentences[analysis_.sentence_of(first)].tokens.end;
        TokenIndex at = name_end_[first];
        while (at < limit && members.size() < max_members) {
            const bool comma = analysis_.form(at) == ",";
            if (comma) ++at;
            bool closed = false;
            if (at < limit && (lower_form(analysis_, at) == "and" || lower_form(analysis_, at) == "or")) {
                closed = true;
                ++at;
            }
            if (!comma && !closed) break;
            at = skip_to_name(at, limit);
            if (at >= limit || name_end_[at] == 0 || !alike(*type_[first], *type_[at])) break;
            members.push_back(at);
            at = name_end_[at];
            if (closed) return members;
        }
        return {first};
    }

    /// Past what may stand before a name in a row: "the", "the insurer", "Rome's".
    TokenIndex skip_to_name(TokenIndex at, TokenIndex limit) {
        if (at < limit && token(at).upos == Upos::det) ++at;
        const bool owned = at < limit && name_end_[at] != 0 && name_end_[at] < limit &&
                           token(name_end_[at]).xpos == Xpos::pos;
        if (owned) return name_end_[at] + 1;
        for (std::size_t i = 0; i < max_describing && at < limit && name_end_[at] == 0; ++i) {
            if (token(at).upos != Upos::noun && token(at).upos != Upos::adj) break;
            ++at;
        }
        return at;
    }

    static bool alike(const std::string& a, const std::string& b) {
        const auto is_made = [](const std::string& type) { return type == "model" || type == "product"; };
        return a == b || (is_made(a) && is_made(b));
    }

    void coordinate(const std::vector<TokenIndex>& members) {
        const TokenIndex first = heads_[members.front()];
        const TokenIndex end = name_end_[members.back()];
        // The one that is a subject of a verb after the row tells what the row is.
        for (const TokenIndex member : members) {
            const TokenIndex head = heads_[member];
            const Deprel relation = token(head).deprel;
            const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
            const TokenIndex governor = token(head).head;
            if (head == first || !subject || governor == no_token || governor < end ||
                is_above(first, governor))
                continue;
            token(first).head = governor;
            token(first).deprel = relation;
        }
        for (const TokenIndex member : members) {
            const TokenIndex head = heads_[member];
            if (head == first || is_above(head, first)) continue;
            token(head).head = first;
            token(head).deprel = Deprel::conj;
        }
        if (members.size() > 2) make_subject(members.front(), first, end);
    }

    /// "watched as A, B and C grabbed it": the row before a finite verb is its subject.
    void make_subject(TokenIndex begin, TokenIndex first, TokenIndex end) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(first)];
        TokenIndex at = end;
        while (at < sentence.tokens.end && token(at).upos == Upos::adv) ++at;
        if (at >= sentence.tokens.end) return;
        TokenIndex verb = at;
        if (token(at).upos == Upos::aux && token(at).head != no_token && token(at).head > at)
            verb = token(at).head;
        const bool finite = token(at).upos == Upos::aux || token(at).xpos == Xpos::vbd ||
                            token(at).xpos == Xpos::vbz || token(at).xpos == Xpos::vbp;
        if (!finite || verb == first || is_above(first, verb)) return;
        if (token(first).head != verb) {
            token(first).head = verb;
            token(first).deprel = Deprel::nsubj;
        }
        // The clause hangs on the verb before the row, by the word between, if there is one.
        if (begin == sentence.tokens.begin || token(verb).deprel != Deprel::conj) return;
        TokenIndex left = begin - 1;
        const std::string word = lower_form(analysis_, left);
        const bool marked =
            word == "as" || word == "while" || word == "that" || word == "because" || word == "if";
        if (marked && left > sentence.tokens.begin) --left;
        if (token(left).upos != Upos::verb || is_above(verb, left)) return;
        token(verb).head = left;
        token(verb).deprel = marked && word != "that" ? Deprel::advcl : Deprel::ccomp;
        if (!marked) return;
        token(left + 1).head = verb;
        token(left + 1).deprel = Deprel::mark;
    }

    /// "Acme, which …": the clause is about the name right before it.
    void attach_relative(TokenIndex begin, TokenIndex end) {
        if (end + 2 >= analysis_.tokens.size() || analysis_.form(end) != ",") return;
        TokenIndex pronoun = end + 1;
        if (token(pronoun).upos == Upos::adp) ++pronoun;
        const Xpos tag = token(pronoun).xpos;
        const bool relative = tag == Xpos::wdt || tag == Xpos::wp || tag == Xpos::wp_poss || tag == Xpos::wrb;
        if (!relative || !in_one_sentence(begin, pronoun)) return;
        const TokenIndex head = heads_[begin];
        TokenIndex verb = pronoun;
        for (std::size_t step = 0; step < 8 && verb != no_token; ++step) {
            if (token(verb).deprel == Deprel::acl_relcl) break;
            verb = token(verb).head;
        }
        if (verb == no_token || token(verb).deprel != Deprel::acl_relcl) verb = stray_relative(pronoun, head);
        if (verb == no_token || token(verb).deprel != Deprel::acl_relcl || token(verb).head == head) return;
        // A description of the name may be what the clause hangs on: "Acme, a firm, which".
        if (token(verb).head != no_token && token(verb).head > end) return;
        if (!is_above(verb, head)) token(verb).head = head;
    }

    /// "written by Ana Roe, who has since left Acme": a clause that the tree takes for an adverbial one. Its
    /// verb, now a relative clause's; `no_token` if there is none.
    TokenIndex stray_relative(TokenIndex pronoun, TokenIndex head) {
        if (token(pronoun).deprel != Deprel::nsubj && token(pronoun).deprel != Deprel::nsubj_pass)
            return no_token;
        TokenIndex verb = token(pronoun).head;
        if (verb != no_token && token(verb).upos == Upos::aux) verb = token(verb).head;
        if (verb == no_token || verb < pronoun || token(verb).upos != Upos::verb) return no_token;
        switch (token(verb).deprel) {
            case Deprel::advcl:
            case Deprel::conj:
            case Deprel::parataxis:
            case Deprel::ccomp:
            case Deprel::acl:
            case Deprel::dep:
                break;
            default:
                return no_token;
        }
        if (is_above(verb, head)) return no_token;
        token(pronoun).head = verb;
        token(verb).deprel = Deprel::acl_relcl;
        for (TokenIndex i = pronoun + 1; i < verb; ++i) {
            if (token(i).head == verb && token(i).deprel == Deprel::mark) token(i).deprel = Deprel::advmod;
        }
        return verb;
    }

    /// "its main product, Lux, …": the name between commas tells what the noun before it is.
    void name_description(TokenIndex begin, TokenIndex end) {
        if (begin < 3 || end >= analysis_.tokens.size() || !in_one_sentence(begin - 3, end)) return;
        const TokenIndex comma = token(begin - 1).upos == Upos::det ? begin - 2 : begin - 1;
        if (comma < 2 || analysis_.form(comma) != ",") return;
        const std::string_view next = analysis_.form(end);
        if (next != "," && next != "." && next != ";" && next != ")") return;
        if (next == "," && end + 1 < analysis_.tokens.size()) {
            const std::string after = lower_form(analysis_, end + 1);
            if (after == "and" || after == "or" || name_end_[end + 1] != 0) return;  // a list
        }
        const TokenIndex noun = comma - 1;
        const TokenIndex head = heads_[begin];
        if (token(noun).upos != Upos::noun || is_time_noun(lower_lemma(analysis_, noun)) ||
            heads_[noun] != no_token)
            return;
        if (!opens_with_determiner(noun) || token(head).head == noun || token(noun).head == head) return;
        if (is_above(head, noun)) return;
        const Deprel relation = token(head).deprel;
        const TokenIndex governor = token(head).head;
        token(head).head = noun;
        token(head).deprel = Deprel::appos;
        // "its product, Lux, runs": what the name was to the verb is the noun's.
        const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
        if (subject && governor != no_token && !is_above(noun, governor)) {
            token(noun).head = governor;
            token(noun).deprel = relation;
        } else {
            make_described_subject(noun, end);
        }
    }

    /// Whether "the", "a", "its" or "Acme's" opens the noun's phrase, and no preposition the sentence.
    bool opens_with_determiner(TokenIndex noun) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(noun)];
        for (TokenIndex i = noun; i > sentence.tokens.begin && noun - i < max_description;) {
            --i;
            const Token& word = token(i);
            if (word.upos == Upos::det || word.xpos == Xpos::prp_poss || word.xpos == Xpos::pos ||
                word.xpos == Xpos::wp_poss) {
                const bool fronted = i == sentence.tokens.begin + 1 && token(i - 1).upos == Upos::adp;
                return !fronted;
            }
            const bool modifies = word.upos == Upos::adj || word.upos == Upos::noun ||
                                  word.upos == Upos::num || word.upos == Upos::propn ||
                                  word.upos == Upos::adv || word.upos == Upos::punct ||
                                  word.xpos == Xpos::vbg || word.xpos == Xpos::vbn;
            if (!modifies || analysis_.form(i) == ",") return false;
        }
        return false;
    }

    /// "its product, Lux, runs": a finite verb after the comma that has no subject has the noun.
    void make_described_subject(TokenIndex noun, TokenIndex comma) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(noun)];
        if (analysis_.form(comma) != "," || comma + 1 >= sentence.tokens.end) return;
        TokenIndex at = comma + 1;
        TokenIndex verb = at;
        if (token(at).upos == Upos::aux && token(at).head != no_token && token(at).head > at)
            verb = token(at).head;
        const bool finite = token(at).upos == Upos::aux || token(at).xpos == Xpos::vbd ||
                            token(at).xpos == Xpos::vbz || token(at).xpos == Xpos::vbp;
        if (!finite || is_above(noun, verb)) return;
        if (token(noun).head == verb) return;
        if (has_subject(verb, sentence)) return open_adverbial(noun, verb);
        token(noun).head = verb;
        token(noun).deprel = Deprel::nsubj;
    }

    /// "was dropped after its owner, Bolt, complained": the word before the noun opens a clause.
    void open_adverbial(TokenIndex noun, TokenIndex verb) {
        const TokenIndex governor = token(noun).head;
        if (token(verb).deprel != Deprel::conj || token(noun).deprel != Deprel::obl || governor == no_token ||
            token(verb).head != governor)
            return;
        static constexpr std::array<std::string_view, 5> openers = {"after", "before", "since", "until",
                                                                    "as"};
        for (TokenIndex i = noun; i-- > 0 && noun - i < max_description;) {
            if (token(i).head != noun || token(i).deprel != Deprel::case_) continue;
            if (std::ranges::find(openers, lower_form(analysis_, i)) == openers.end()) return;
            token(i).head = verb;
            token(i).deprel = Deprel::mark;
            token(verb).deprel = Deprel::advcl;
            token(noun).head = verb;
            token(noun).deprel = Deprel::nsubj;
            return;
        }
    }

    static bool is_time_noun(std::string_view lemma) {
        static constexpr std::array<std::string_view, 14> nouns = {
            "year",   "month", "week",    "day",    "spring", "summer", "autumn",
            "winter", "fall",  "quarter", "decade", "season", "night",  "morning"};
        return std::ranges::find(nouns, lemma) != nouns.end();
    }

    /// "hired from Acme last autumn": the time is not Acme's.
    void free_from_time(TokenIndex begin) {
        const TokenIndex head = heads_[begin];
        const TokenIndex time = token(head).head;
        if (time == no_token || time < head || !is_time_noun(lower_lemma(analysis_, time))) return;
        if (token(head).deprel != Deprel::compound && token(head).deprel != Deprel::nmod_unmarked) return;
        const Deprel relation = token(time).deprel;
        const TokenIndex governor = token(time).head;
        if (governor == no_token || time == head + 1) return;
        token(head).head = governor;
        token(head).deprel = relation;
        const TokenIndex first = head < reach ? 0 : head - reach;
        for (TokenIndex i = first; i < head; ++i) {
            if (token(i).head == time && (token(i).deprel == Deprel::case_ || token(i).deprel == Deprel::det))
                token(i).head = head;
        }
        token(time).deprel = Deprel::obl_unmarked;
    }

    /// "Acme named Ana chief": a verb between two names has them as subject and object.
    void join_names_by_verb(TokenIndex begin, TokenIndex end) {
        if (end + 1 >= analysis_.tokens.size() || !in_one_sentence(begin, end + 1) || name_end_[end + 1] == 0)
            return;
        Token& verb = token(end);
        if (verb.upos != Upos::verb ||
            (verb.xpos != Xpos::vbn && verb.xpos != Xpos::vbd && verb.xpos != Xpos::vbz))
            return;
        const TokenIndex subject = heads_[begin];
        const TokenIndex object = heads_[end + 1];
        if (has_preposition(begin)) return;
        if (is_above(subject, end)) {
            if (verb.head != subject) return;
            verb.head = token(subject).head;
            verb.deprel = token(subject).head == no_token ? Deprel::root : token(subject).deprel;
            token(subject).head = end;
            token(subject).deprel = Deprel::nsubj;
            verb.xpos = Xpos::vbd;
        } else if (!has_subject(end, analysis_.sentences[analysis_.sentence_of(end)]) &&
                   token(subject).deprel != Deprel::nmod_poss) {
            token(subject).head = end;
            token(subject).deprel = Deprel::nsubj;
            if (verb.xpos == Xpos::vbn) verb.xpos = Xpos::vbd;
        }
        if (verb.head == object) {
            // "the bank rejected Acme" read as "rejected Acme": the verb takes the name's place.
            if (token(subject).head != end) return;
            verb.head = token(object).head;
            verb.deprel = token(object).deprel;
            token(object).head = end;
            token(object).deprel = Deprel::obj;
            return;
        }
        if (token(object).head == end || is_above(object, end)) return;
        const Deprel relation = token(object).deprel;
        if (relation == Deprel::nmod_poss || relation == Deprel::nsubj || relation == Deprel::nsubj_pass)
            return;
        const TokenIndex noun = token(object).head;  // "rents Bolt chips": the chips are its object
        if (relation == Deprel::compound && noun != no_token && noun > object && token(noun).head == end)
            return;
        token(object).head = end;
        token(object).deprel = Deprel::obj;
    }

    /// "Acme, a firm, accused Bolt of it": a verb between a comma and a name is the sentence's, not the
    /// firm's.
    void raise_predicate(TokenIndex index) {
        Token& verb = token(index);
        if (index < 2 || index + 1 >= analysis_.tokens.size() || !in_one_sentence(index - 1, index + 1))
            return;
        const bool past = verb.upos == Upos::verb && (verb.xpos == Xpos::vbn || verb.xpos == Xpos::vbd);
        if (!past || analysis_.form(index - 1) != ",") return;
        // "Acme, a firm, called the deal reckless": so does what has an object, where there is no other verb.
        const bool opens_object = token(index + 1).upos == Upos::det || token(index + 1).upos == Upos::pron;
        if (name_end_[index + 1] == 0 && !opens_object) return;
        if (verb.deprel != Deprel::acl || verb.head == no_token || token(verb.head).deprel != Deprel::appos)
            return;
        const TokenIndex top = token(verb.head).head;
        if (top == no_token || heads_[top] == no_token || top > index) return;
        if (name_end_[index + 1] == 0 && token(top).head != no_token) return;
        const TokenIndex object = heads_[index + 1];
        verb.head = token(top).head;
        verb.deprel = token(top).deprel;
        verb.xpos = Xpos::vbd;
        token(top).head = index;
        token(top).deprel = Deprel::nsubj;
        if (object == no_token || is_above(object, index)) return;
        token(object).head = index;
        token(object).deprel = Deprel::obj;
    }

    /// "a model of Acme's own that runs on Bolt": the model is Acme's, and what follows speaks of the model.
    void dissolve_own(TokenIndex own) {
        if (own < 3 || lower_form(analysis_, own) != "own" || token(own - 1).xpos != Xpos::pos) return;
        const TokenIndex owner = owner_before(own - 1);
        const TokenIndex noun = token(own).head;
        if (owner == no_token || noun == no_token || noun > owner || token(own).deprel != Deprel::nmod)
            return;
        if (token(owner).head != own || (token(noun).upos != Upos::noun && token(noun).upos != Upos::propn))
            return;
        const std::size_t last = std::min<std::size_t>(analysis_.tokens.size(), own + 4 * reach);
        for (TokenIndex i = noun + 1; i < last; ++i) {
            if (token(i).head != own || i == owner) continue;
            token(i).head = noun;
            if (token(i).deprel == Deprel::case_) token(i).deprel = Deprel::dep;
        }
        token(owner).head = noun;
        token(own).deprel = Deprel::dep;
    }

    /// "called the deal reckless": an adjective behind an object is what the verb says of it.
    void free_predicate(TokenIndex adjective) {
        Token& word = token(adjective);
        const TokenIndex noun = word.head;
        if (word.upos != Upos::adj || word.deprel != Deprel::amod || noun == no_token || noun >= adjective)
            return;
        if (adjective > noun + 2 || token(noun).deprel != Deprel::obj || token(noun).head == no_token) return;
        if (token(noun).head > noun || token(token(noun).head).upos != Upos::verb) return;
        word.head = token(noun).head;
        word.deprel = Deprel::xcomp;
    }

    /// "rents Bolt chips from Acme": of two objects side by side the name says which chips, unless the verb
    /// gives them to Bolt.
    void join_objects(TokenIndex begin, TokenIndex end) {
        if (end >= analysis_.tokens.size() || !in_one_sentence(begin, end)) return;
        const TokenIndex name = heads_[begin];
        const TokenIndex verb = token(name).head;
        if (verb == no_token || verb > begin || token(name).deprel != Deprel::obj) return;
        TokenIndex noun = end;
        while (noun + 1 < analysis_.tokens.size() && noun < end + max_describing &&
               token(noun).head != verb && (token(noun).upos == Upos::noun || token(noun).upos == Upos::adj))
            ++noun;
        if (token(noun).head != verb || token(noun).deprel != Deprel::obj || token(noun).upos != Upos::noun)
            return;
        if (gives(lower_lemma(analysis_, verb))) return;
        token(name).head = noun;
        token(name).deprel = Deprel::compound;
    }

    /// "Bolt, which Acme owns": of two subjects the pronoun is the object.
    void make_relative_object(TokenIndex pronoun) {
        Token& here = token(pronoun);
        if (here.deprel != Deprel::nsubj || here.head == no_token || here.head <= pronoun + 1) return;
        if (here.xpos != Xpos::wdt && here.xpos != Xpos::wp) return;
        const TokenIndex last = std::min<TokenIndex>(here.head, pronoun + reach);
        for (TokenIndex i = pronoun + 1; i < last; ++i) {
            if (token(i).head == here.head && token(i).deprel == Deprel::nsubj) here.deprel = Deprel::obj;
        }
    }

    /// "Acme, based in Leeds, …", "a round led by Acme": a participle describes the noun right before it.
    void attach_participle(TokenIndex begin, TokenIndex end) {
        if (end + 2 >= analysis_.tokens.size() || analysis_.form(end) != "," ||
            !in_one_sentence(begin, end + 2))
            return;
        attach_participle_to(heads_[begin], end + 1);
    }

    void attach_participle_to(TokenIndex noun, TokenIndex index) {
        Token& verb = token(index);
        if (verb.upos != Upos::verb || (verb.xpos != Xpos::vbn && verb.xpos != Xpos::vbd)) return;
        if (token(index + 1).upos != Upos::adp || verb.head == noun || verb.head == no_token) return;
        if (verb.deprel == Deprel::root || verb.deprel == Deprel::conj) return;
        if (has_subject(index, analysis_.sentences[analysis_.sentence_of(index)]) || is_above(index, noun))
            return;
        verb.head = noun;
        verb.deprel = Deprel::acl;
        verb.xpos = Xpos::vbn;
    }

    /// "fined the company €6m".
    void attach_noun_recipient(TokenIndex verb) {
        if (!gives(lower_lemma(analysis_, verb))) return;
        const TokenIndex article = verb + 1;
        if (token(article).upos != Upos::det && token(article).xpos != Xpos::prp_poss) return;
        const TokenIndex end = end_of_noun_phrase(article + 1);
        if (end == article + 1 || end >= analysis_.tokens.size() || !in_one_sentence(verb, end)) return;
        const TokenIndex noun = end - 1;
        if (token(end).upos != Upos::sym || token(noun).upos != Upos::noun || is_above(noun, verb)) return;
        token(noun).head = verb;
        token(noun).deprel = Deprel::iobj;
    }

    /// "a round led by Acme".
    void attach_participles_to_nouns() {
        for (TokenIndex i = 0; i + 2 < analysis_.tokens.size(); ++i) {
            if (token(i).upos == Upos::verb) attach_noun_recipient(i);
            const std::string word = lower_form(analysis_, i + 2);
            if (token(i).upos != Upos::noun || (word != "by" && word != "from") || !in_one_sentence(i, i + 2))
                continue;
            Token& verb = token(i + 1);
            const bool after_preposition = i > 0 && token(i - 1).upos == Upos::adp;
            if (after_preposition && token(i).head == i + 1 && verb.head != no_token &&
                verb.upos == Upos::verb) {
                token(i).head = verb.head;
                token(i).deprel = Deprel::obl;
                verb.head = i;
                verb.deprel = Deprel::acl;
                verb.xpos = Xpos::vbn;
            } else if (verb.xpos == Xpos::vbn) {
                attach_participle_to(i, i + 1);
            } else if (verb.upos == Upos::verb && word == "by" && verb.deprel == Deprel::advcl &&
                       verb.lemma == analysis_.form(i + 1)) {
                verb.xpos = Xpos::vbn;  // "the firm run by Ana Roe"
                attach_participle_to(i, i + 1);
            }
        }
    }

    /// "Leeds-based Acme": the place belongs to "based", and that to what follows.
    void attach_place_of_base(TokenIndex begin, TokenIndex end) {
        if (end + 2 >= analysis_.tokens.size() || analysis_.form(end) != "-" ||
            !in_one_sentence(begin, end + 2))
            return;
        const std::string word = lower_form(analysis_, end + 1);
        if (word != "based" && word != "headquartered" && word != "born") return;
        const TokenIndex based = end + 1;
        const TokenIndex noun_end = end_of_noun_phrase(based + 1);
        if (noun_end == based + 1) return;
        TokenIndex noun = noun_end - 1;
        if (heads_[noun] != no_token) noun = heads_[noun];
        const TokenIndex place = heads_[begin];
        if (is_above(based, noun) || is_above(place, noun)) return;
        Token& verb = token(based);
        verb.upos = Upos::verb;
        verb.xpos = Xpos::vbn;
        verb.lemma = word == "based" ? "base" : word == "born" ? "bear" : "headquarter";
        verb.head = noun;
        verb.deprel = Deprel::amod;
        token(place).head = based;
        token(place).deprel = Deprel::obl_unmarked;
    }

    /// "To grow it Acme has hired Ana": a name before a finite verb that has no subject is its subject.
    void make_lone_subject(TokenIndex begin, TokenIndex end) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(begin)];
        TokenIndex at = end;
        while (at < sentence.tokens.end && token(at).upos == Upos::adv) ++at;
        if (at >= sentence.tokens.end) return;
        if (has_preposition(begin)) return open_clause(begin, at);
        TokenIndex verb = at;
        if (token(at).upos == Upos::aux && token(at).head != no_token && token(at).head > at)
            verb = token(at).head;
        const bool finite = token(at).upos == Upos::aux || token(at).xpos == Xpos::vbd ||
                            token(at).xpos == Xpos::vbz || token(at).xpos == Xpos::vbp;
        const TokenIndex head = heads_[begin];
        if (!finite || verb > at + max_describing + 1 || has_subject(verb, sentence) || is_above(head, verb))
            return;
        const Deprel relation = token(head).deprel;
        if (relation == Deprel::conj || relation == Deprel::appos || relation == Deprel::nmod_poss ||
            token(head).head == verb)
            return;
        token(head).head = verb;
        token(head).deprel = Deprel::nsubj;
    }

    /// "scored as Acme beat Bolt": before a name and its verb "as" opens a clause, though a tree takes it for
    /// the name's preposition.
    void open_clause(TokenIndex begin, TokenIndex verb) {
        const TokenIndex head = heads_[begin];
        const TokenIndex opener = before({begin, begin + 1});
        const std::string word = lower_form(analysis_, opener);
        if (word != "as" && word != "after" && word != "before" && word != "since" && word != "until") return;
        Token& said = token(verb);
        const bool finite = said.xpos == Xpos::vbd || said.xpos == Xpos::vbz || said.xpos == Xpos::vbp;
        if (said.upos != Upos::verb || !finite || token(opener).head != head) return;
        if (has_subject(verb, analysis_.sentences[analysis_.sentence_of(verb)]) || is_above(head, verb))
            return;
        const bool loose = said.deprel == Deprel::advcl || said.deprel == Deprel::parataxis ||
                           said.deprel == Deprel::dep || said.deprel == Deprel::acl;
        if (!loose) return;
        token(head).head = verb;
        token(head).deprel = Deprel::nsubj;
        token(opener).head = verb;
        token(opener).deprel = Deprel::mark;
        said.deprel = Deprel::advcl;
    }

    /// "Ana Roe's play The Long Hill opens": a tree takes the title and the verb for a relative clause of the
    /// noun.
    void name_work(TokenIndex begin) {
        if (*type_[begin] != "work") return;
        const TokenIndex head = heads_[begin];
        const TokenIndex verb = token(head).head;
        if (verb == no_token || verb < head || token(head).deprel != Deprel::nsubj) return;
        if (token(verb).deprel != Deprel::acl_relcl && token(verb).deprel != Deprel::acl) return;
        const TokenIndex noun = token(verb).head;
        const TokenIndex left = before({begin, begin + 1});
        if (noun == no_token || noun != left || token(noun).upos != Upos::noun || heads_[noun] != no_token ||
            !in_one_sentence(noun, verb))
            return;
        token(verb).head = token(noun).head;
        token(verb).deprel = token(noun).deprel;
        token(noun).head = head;
        token(noun).deprel = Deprel::nmod_desc;
    }

    /// "Acme-backed Bolt": the participle describes the name after it, and the name before it does it.
    void attach_doer_of_participle(TokenIndex begin, TokenIndex end) {
        if (end + 2 >= analysis_.tokens.size() || analysis_.form(end) != "-" ||
            !in_one_sentence(begin, end + 2) || name_end_[end + 2] == 0 || *type_[begin] == "place")
            return;
        const TokenIndex participle = end + 1;
        if (token(participle).xpos != Xpos::vbn && token(participle).xpos != Xpos::vbd) return;
        const TokenIndex doer = heads_[begin];
        const TokenIndex noun = heads_[end + 2];
        if (doer == no_token || noun == no_token || is_above(participle, noun) || is_above(doer, noun))
            return;
        token(participle).head = noun;
        token(participle).deprel = Deprel::amod;
        token(participle).xpos = Xpos::vbn;
        token(doer).head = participle;
        token(doer).deprel = Deprel::compound;
        token(end).head = doer;
        token(end).deprel = Deprel::punct;
    }

    /// "said Ana Roe of Acme", "spoke at Expo in Rome": a body or place right behind a person or an event is
    /// theirs.
    void attach_belonging(TokenIndex begin, TokenIndex end) {
        if (end + 1 >= analysis_.tokens.size() || !in_one_sentence(begin, end + 1)) return;
        const bool is_person = *type_[begin] == "person";
        const bool is_event = *type_[begin] == "event";
        const std::string preposition = lower_form(analysis_, end);
        // "works at the Moss Institute in Ghent": a body that is no subject.
        const bool is_body =
            *type_[begin] == "organization" && has_preposition(begin) && !follows_result(begin);
        if (!(is_person && (preposition == "of" || preposition == "at")) &&
            !((is_event || is_body) && preposition == "in"))
            return;
        const TokenIndex limit = analysis_.sentences[analysis_.sentence_of(begin)].tokens.end;
        const TokenIndex next = is_person ? skip_to_name(end + 1, limit) : end + 1;
        if (next >= limit || name_end_[next] == 0 || type_[next] == nullptr) return;
        const bool titled = is_person && begin > 0 && in_one_sentence(begin - 1, begin) &&
                            (token(begin - 1).upos == Upos::noun || token(begin - 1).upos == Upos::propn);
        if (*type_[next] != (is_person ? "organization" : "place") &&
            !(titled && preposition == "of" && *type_[next] == "place"))
            return;
        const TokenIndex owner = heads_[begin];
        const TokenIndex body = heads_[next];
        const TokenIndex governor = token(body).head;
        const Deprel relation = token(body).deprel;
        const bool within = governor != no_token && begin <= governor && governor < end;
        const bool loose =
            governor != no_token && !within && (relation == Deprel::obl || relation == Deprel::nmod);
        if (!loose || is_above(body, owner)) return;
        token(body).head = owner;
        token(body).deprel = Deprel::nmod;
    }

    /// "lost 2-0 to Acme in Rome": the match was there, whoever is at home there.
    bool follows_result(TokenIndex begin) const {
        const TokenIndex left = before({begin, begin + 1});
        if (left == no_token) return false;
        const std::string word = lower_form(analysis_, left);
        return word == "to" || word == "against" || word == "over" || word == "with";
    }

    /// "has appointed Ana Roe finance chief": the person is the object, the post what she becomes.
    void attach_appointee(TokenIndex begin, TokenIndex end) {
        if (*type_[begin] != "person") return;
        const TokenIndex person = heads_[begin];
        const TokenIndex post = token(person).head;
        if (post == no_token || post < end || post > end + max_describing || token(post).upos != Upos::noun ||
            token(post).deprel != Deprel::obj)
            return;
        if (token(person).deprel != Deprel::compound && token(person).deprel != Deprel::nmod_desc &&
            token(person).deprel != Deprel::nmod_unmarked)
            return;
        const TokenIndex verb = token(post).head;
        if (verb == no_token || verb >= begin || token(verb).upos != Upos::verb) return;
        static constexpr std::array<std::string_view, 8> naming = {"appoint", "name", "elect", "make",
                                                                   "crown",   "call", "brand", "hire"};
        if (std::ranges::find(naming, lower_lemma(analysis_, verb)) == naming.end()) return;
        token(person).head = verb;
        token(person).deprel = Deprel::obj;
        token(post).deprel = Deprel::xcomp;
    }

    /// "the purchase of Bolt by Acme": who does it belongs to the noun.
    void raise_doer(TokenIndex begin) {
        const TokenIndex doer = heads_[begin];
        const TokenIndex object = token(doer).head;
        if (token(doer).deprel != Deprel::nmod || object == no_token || object > begin ||
            heads_[object] == no_token || token(object).deprel != Deprel::nmod)
            return;
        const TokenIndex noun = token(object).head;
        if (noun == no_token || noun > object || token(noun).upos != Upos::noun) return;
        const TokenIndex by = before({begin, begin + 1});
        if (by == no_token || lower_form(analysis_, by) != "by") return;
        token(doer).head = noun;
    }

    bool has_subject(TokenIndex verb, const Sentence& sentence) const {
        const TokenIndex first = std::max(sentence.tokens.begin, verb < 4 * reach ? 0 : verb - 4 * reach);
        for (TokenIndex i = first; i < verb; ++i) {
            if (token_at(i).head != verb) continue;
            switch (token_at(i).deprel) {
                case Deprel::nsubj:
                case Deprel::nsubj_pass:
                case Deprel::csubj:
                case Deprel::csubj_pass:
                case Deprel::expl:
                case Deprel::nsubj_outer:
                    return true;
                default:
                    break;
            }
        }
        // A coordinated verb has the first one's.
        return token_at(verb).deprel == Deprel::conj || token_at(verb).deprel == Deprel::acl_relcl;
    }

    /// The word before a name, articles aside.
    TokenIndex before(TokenRange name) const {
        TokenIndex at = name.begin;
        while (at > 0 && analysis_.tokens[at - 1].upos == Upos::det) --at;
        return at == 0 ? no_token : at - 1;
    }

    bool in_one_sentence(TokenIndex a, TokenIndex b) const {
        return analysis_.sentence_of(a) == analysis_.sentence_of(b);
    }

    /// "benchmarks like Quiz": the preposition right before a name is the name's, unless a noun follows that
    /// it modifies ("in Acme shares").
    void take_preposition(TokenRange name, TokenIndex head) {
        const TokenIndex index = before(name);
        if (index == no_token || !in_one_sentence(index, head) || token(index).upos != Upos::adp) return;
        if (token(index).deprel == Deprel::mark && token(index).head == head)
            token(index).deprel = Deprel::case_;
        const bool modifies = token(head).head != no_token && token(head).head > head;
        if (modifies || token(index).deprel != Deprel::case_ || token(index).head == head) return;
        if (token(index).head > name.end && token(index).head != no_token) return;
        token(index).head = head;
        if (token(head).deprel == Deprel::nmod_unmarked) token(head).deprel = Deprel::nmod;
        if (token(head).deprel == Deprel::obl_unmarked || token(head).deprel == Deprel::obj)
            token(head).deprel = Deprel::obl;
    }

    /// A name whose relation says nothing: the object of the verb right before it, else what its place
    /// suggests.
    void attach_name(TokenRange name, TokenIndex head) {
        const TokenIndex governor = token(head).head;
        const bool of_a_verb =
            governor != no_token && token(head).deprel == Deprel::appos && token(governor).upos == Upos::verb;
        if (governor == no_token || (!says_nothing(token(head).deprel) && !of_a_verb)) return;
        const TokenIndex left = before(name);
        if (left != no_token && in_one_sentence(left, head) && token(left).upos == Upos::verb &&
            !is_above(head, left)) {
            token(head).head = left;
            token(head).deprel = Deprel::obj;
        } else if (left != no_token && token(left).upos == Upos::adp && token(left).head == head) {
            token(head).deprel = token(governor).upos == Upos::verb ? Deprel::obl : Deprel::nmod;
        } else if (token(governor).upos == Upos::verb) {
            token(head).deprel = head < governor ? Deprel::nsubj : Deprel::obj;
        }
    }

    /// "the head of sales, Ana": a person is described by the title, not by what it is of.
    void describe_person(TokenRange name) {
        const TokenIndex head = heads_[name.begin];
        if (head == no_token) return;
        if (is_named_holder(name)) token(head).deprel = Deprel::appos;
        if (token(head).deprel != Deprel::appos) return;
        const TokenIndex noun = token(head).head;
        if (noun != no_token && noun < head && heads_[noun] != no_token) describe_by_post(head, noun);
        if (noun == no_token || noun > head || token(noun).deprel != Deprel::nmod || heads_[noun] != no_token)
            return;
        const TokenIndex title = token(noun).head;
        if (title == no_token || title > noun || token(title).upos != Upos::noun || is_above(head, title))
            return;
        token(head).head = title;
    }

    /// "the mayor of Rome, Ana Roe, said": a person between commas is no second thing that she is mayor of.
    bool is_named_holder(TokenRange name) {
        const TokenIndex head = heads_[name.begin];
        const TokenIndex owner = token(head).head;
        if (token(head).deprel != Deprel::conj || owner == no_token || owner > head) return false;
        if (name.end + 1 >= analysis_.tokens.size() || !in_one_sentence(owner, name.end)) return false;
        if (analysis_.form(name.begin - 1) != "," || lower_form(analysis_, name.end + 1) == "and")
            return false;
        if (analysis_.form(name.end) != "," && analysis_.form(name.end) != ".") return false;
        TokenIndex first = owner;
        while (first > 0 && heads_[first - 1] != no_token && heads_[first - 1] == heads_[owner]) --first;
        return type_[first] != nullptr && *type_[first] != "person";
    }

    /// "thanked her editor at Acme, Ana Roe": the person is the editor, who is at the body.
    void describe_by_post(TokenIndex person, TokenIndex body) {
        TokenIndex first = body;
        while (first > 0 && heads_[first - 1] == body && in_one_sentence(first - 1, body)) --first;
        const TokenIndex preposition = before({first, body + 1});
        if (preposition == no_token || preposition == 0 || !in_one_sentence(preposition - 1, body)) return;
        const std::string word = lower_form(analysis_, preposition);
        const TokenIndex post = preposition - 1;
        if ((word != "at" && word != "of") || token(post).upos != Upos::noun || heads_[post] != no_token)
            return;
        if (is_above(person, post) || is_above(body, post)) return;
        token(person).head = post;
        token(body).head = post;
        token(body).deprel = Deprel::nmod;
    }

    static bool gives(std::string_view verb) {
        static constexpr std::array<std::string_view, 14> giving = {
            "give", "hand", "award", "offer", "lend",  "grant", "pay",
            "sell", "send", "bring", "leave", "lease", "loan",  "fine"};
        return std::ranges::find(giving, verb) != giving.end();
    }

    /// "gave Acme £30m": between a verb that gives and what it gives stands to whom.
    void attach_recipient(TokenIndex begin, TokenIndex end) {
        if (begin == 0 || end >= analysis_.tokens.size() || !in_one_sentence(begin - 1, begin)) return;
        const Token& verb = token(begin - 1);
        if (verb.upos != Upos::verb || !gives(lower_lemma(analysis_, begin - 1))) return;
        const Upos next = token(end).upos;
        const bool gift_follows =
            in_one_sentence(begin, end) && (next == Upos::sym || next == Upos::num || next == Upos::det);
        const TokenIndex head = heads_[begin];
        if (!gift_follows || is_above(head, begin - 1)) return;
        if (token(head).head == begin - 1 && token(head).deprel == Deprel::iobj) return;
        token(head).head = begin - 1;
        token(head).deprel = Deprel::iobj;
    }

    static bool says_nothing(Deprel relation) {
        switch (relation) {
            case Deprel::discourse:
            case Deprel::dep:
            case Deprel::vocative:
            case Deprel::flat:
            case Deprel::goeswith:
            case Deprel::list:
            case Deprel::reparandum:
            case Deprel::fixed:
            case Deprel::orphan:
            case Deprel::expl:
            case Deprel::compound_prt:
            case Deprel::dislocated:
                return true;
            default:
                return false;
        }
    }

    /// A name is no clause: "the bank ING" is no bank that "ings".
    static Deprel nominal(Deprel relation, bool before_governor) {
        switch (relation) {
            case Deprel::acl:
            case Deprel::acl_relcl:
                return Deprel::appos;
            case Deprel::amod:
            case Deprel::advmod:
                return before_governor ? Deprel::compound : Deprel::appos;
            case Deprel::xcomp:
            case Deprel::ccomp:
                return Deprel::obj;
            case Deprel::csubj:
                return Deprel::nsubj;
            case Deprel::csubj_pass:
                return Deprel::nsubj_pass;
            case Deprel::aux:
            case Deprel::cop:
            case Deprel::mark:
            case Deprel::det:
            case Deprel::advcl:
                return Deprel::obl;
            default:
                return relation;
        }
    }

    /// What hangs on a name's word from outside, such as its preposition, hangs on its head.
    void move_outer_dependents(TokenRange name, TokenIndex head) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(head)];
        const TokenIndex first = std::max(sentence.tokens.begin, name.begin < reach ? 0 : name.begin - reach);
        const TokenIndex last = std::min<TokenIndex>(sentence.tokens.end, name.end + reach);
        for (TokenIndex i = first; i < last; ++i) {
            const TokenIndex governor = token(i).head;
            if (name.contains(i) || governor == no_token || governor == head || !name.contains(governor))
                continue;
            token(i).head = head;
        }
    }

    /// The head of the phrase that ends before "'s".
    TokenIndex owner_before(TokenIndex mark) {
        if (heads_[mark - 1] != no_token) return heads_[mark - 1];
        const TokenIndex governor = token(mark).head;
        return governor != no_token && governor < mark && governor + reach > mark ? governor : mark - 1;
    }

    /// "Meta's first model": what is owned is the last noun of the words that follow, and it holds them
    /// together.
    void attach_possessor(TokenIndex owner, TokenIndex begin) {
        const TokenIndex end = end_of_noun_phrase(begin);
        if (end == begin) return;
        TokenIndex owned = end - 1;
        if (heads_[owned] != no_token) owned = heads_[owned];
        if (owned < begin || token(owner).head == owned) return;
        if (is_above(owner, owned)) {
            // The tree has it the other way round: the owned takes the owner's place.
            if (token(owned).head != owner) return;
            token(owned).head = token(owner).head;
            token(owned).deprel = token(owner).deprel;
        }
        token(owner).head = owned;
        token(owner).deprel = Deprel::nmod_poss;
        for (TokenIndex i = begin; i + 1 < end; ++i) {
            const TokenIndex governor = token(i).head;
            const bool inside = governor != no_token && begin <= governor && governor < end;
            if (i == owned || inside || token(i).deprel == Deprel::punct || is_above(i, owned)) continue;
            token(i).head = owned;
            token(i).deprel = token(i).upos == Upos::adj ? Deprel::amod : Deprel::compound;
        }
    }

    /// The end of the run of modifiers and nouns from `begin`; `begin` if it holds no noun.
    TokenIndex end_of_noun_phrase(TokenIndex begin) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(begin - 1)];
        const TokenIndex limit = std::min<TokenIndex>(sentence.tokens.end, begin + max_description);
        TokenIndex end = begin;
        for (TokenIndex i = begin; i < limit; ++i) {
            if (name_end_[i] != 0) {
                // "its export rules Acme cannot sell": after a plural, a name alone is another phrase.
                const bool plural = i > begin && token(i - 1).xpos == Xpos::nns;
                const bool listed = name_end_[i] < limit && (analysis_.form(name_end_[i]) == "," ||
                                                             lower_form(analysis_, name_end_[i]) == "and");
                if (name_end_[i] > limit || (plural && !listed)) break;
                i = name_end_[i] - 1;
                end = i + 1;
                continue;
            }
            const Token& word = token(i);
            if (word.upos == Upos::noun || word.upos == Upos::propn) {
                end = i + 1;
                continue;
            }
            const bool modifies = word.upos == Upos::adj || word.upos == Upos::num ||
                                  word.upos == Upos::adv || word.xpos == Xpos::vbg ||
                                  word.xpos == Xpos::vbn || word.xpos == Xpos::hyph ||
                                  analysis_.form(i) == "-";
            if (!modifies || (word.upos == Upos::adv && end > begin)) break;
        }
        return end;
    }

    /// "Acme, a maker of phones, …": the noun after the comma describes the name before it.
    void attach_description(TokenIndex begin, TokenIndex end) {
        const Sentence& sentence = analysis_.sentences[analysis_.sentence_of(begin)];
        if (end + 2 >= sentence.tokens.end || analysis_.form(end) != ",") return;
        const TokenIndex head = heads_[begin];
        const TokenIndex noun = described_by(end + 1, sentence.tokens.end);
        if (noun == no_token || noun <= end || noun > end + max_description ||
            !sentence.tokens.contains(noun))
            return;
        if (token(noun).head == head && token(noun).deprel == Deprel::appos) return;
        const Deprel relation = token(noun).deprel;
        // A second subject after its verb is none: "runs on Acme, a system made …".
        const bool before_verb = token(noun).head != no_token && token(noun).head > noun;
        const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
        const bool leads = (subject && before_verb) || relation == Deprel::conj || relation == Deprel::root ||
                           token(head).head == noun;
        if (leads) {
            // "Acme, the firm that …, fell": the name is the subject, if a comma closes the description.
            const TokenIndex governor = token(noun).head;
            const bool hangs = token(head).head == noun;
            if (!hangs && (has_preposition(begin) || !closes(noun, sentence.tokens.end))) return;
            if (relation == Deprel::conj) return;
            const bool beside =
                token(head).head == noun || token(head).head == governor || says_nothing(token(head).deprel);
            if (!beside || relation == Deprel::root) return;
            token(head).head = governor;
            token(head).deprel = relation;
            move_conjuncts(noun, head);
        } else if (is_above(noun, head)) {
            return;
        }
        token(noun).head = head;
        token(noun).deprel = Deprel::appos;
    }

    /// The noun of the phrase that opens there: "a maker", "once an engineer", "its arm", "one", "Rome's
    /// bank".
    TokenIndex described_by(TokenIndex opener, TokenIndex limit) {
        while (opener + 1 < limit && token(opener).upos == Upos::adv) ++opener;
        const std::string word = lower_form(analysis_, opener);
        if (word == "one") return opener;
        TokenIndex noun = no_token;
        if (word == "a" || word == "an" || word == "the" || word == "another" ||
            token(opener).xpos == Xpos::prp_poss) {
            noun = token(opener).head;
            if (noun != no_token && token(noun).deprel == Deprel::nmod_poss) noun = token(noun).head;
        } else if (name_end_[opener] != 0 && name_end_[opener] < limit &&
                   token(name_end_[opener]).xpos == Xpos::pos &&
                   token(heads_[opener]).deprel == Deprel::nmod_poss) {
            noun = token(heads_[opener]).head;
        }
        if (noun == no_token || token(noun).upos != Upos::noun) return no_token;
        return noun;
    }

    bool has_preposition(TokenIndex begin) const {
        const TokenIndex left = before({begin, begin + 1});
        return left != no_token && in_one_sentence(left, begin) && token_at(left).upos == Upos::adp;
    }

    const Token& token_at(TokenIndex index) const { return analysis_.tokens[index]; }

    /// Whether a comma ends the phrase of the noun before a verb follows.
    bool closes(TokenIndex noun, TokenIndex limit) const {
        for (TokenIndex i = noun + 1; i < limit && i < noun + max_description; ++i) {
            const std::string_view form = analysis_.form(i);
            if (form == "," || form == "\u2014" || form == ")") return true;
            const Token& word = token_at(i);
            if (word.upos == Upos::aux || (word.upos == Upos::verb && word.head == no_token)) return false;
        }
        return false;
    }

    void move_conjuncts(TokenIndex from, TokenIndex to) {
        const TokenIndex last =
            std::min<TokenIndex>(static_cast<TokenIndex>(analysis_.tokens.size()), from + 2 * reach);
        for (TokenIndex i = from + 1; i < last; ++i) {
            if (token(i).head == from && token(i).deprel == Deprel::conj) token(i).head = to;
        }
    }

    /// "from the open-source Lux": what stands right before a name and hangs on the same word belongs to it.
    void attach_modifiers(TokenIndex begin) {
        if (begin == 0 || !in_one_sentence(begin - 1, begin)) return;
        const TokenIndex head = heads_[begin];
        TokenIndex left = begin - 1;
        // "its rival Acme": no adjective.
        if (lower_form(analysis_, left) == "rival" && token(left).head == head &&
            token(left).deprel != Deprel::nmod_poss) {
            token(left).upos = Upos::noun;
            token(left).xpos = Xpos::nn;
            token(left).deprel = Deprel::nmod_desc;
            return;
        }
        // "her film "The Quiet Hill""
        if (token(left).xpos == Xpos::open_quote && left > 0 && in_one_sentence(left - 1, left)) --left;
        if (token(left).upos == Upos::noun && token(left).head == head) return;
        const Token& noun = token(left);
        const bool beside = noun.head != no_token && noun.head == token(head).head;
        if (!beside || noun.upos != Upos::noun || heads_[left] != no_token) return;
        if (token(head).deprel == Deprel::compound || token(head).deprel == Deprel::nmod_poss ||
            head > noun.head + reach)
            return;
        const bool plain = is_unmarked(token(head).deprel) || says_nothing(token(head).deprel);
        if (!plain) return;
        token(head).deprel = noun.deprel;
        const TokenIndex first = left < reach ? 0 : left - reach;
        for (TokenIndex i = first; i < left; ++i) {
            const Deprel relation = token(i).deprel;
            if (token(i).head == left && (relation == Deprel::case_ || relation == Deprel::det))
                token(i).head = head;
        }
        token(left).head = head;
        token(left).deprel = Deprel::nmod_desc;
    }

    static bool is_unmarked(Deprel relation) {
        return relation == Deprel::obl_unmarked || relation == Deprel::nmod_unmarked ||
               relation == Deprel::obl || relation == Deprel::appos;
    }

    /// "continues that tradition, …": a demonstrative and a noun between a verb and a comma are its object.
    void attach_demonstratives() {
        for (TokenIndex i = 0; i + 3 < analysis_.tokens.size(); ++i) {
            if (token(i).upos != Upos::verb || token(i + 2).upos != Upos::noun) continue;
            const std::string word = lower_form(analysis_, i + 1);
            const bool points = word == "that" || word == "this" || word == "these" || word == "those";
            const std::string_view next = analysis_.form(i + 3);
            const bool ends = next == "," || next == "." || next == ";" || next == "and" || next == "but";
            const TokenIndex noun = i + 2;
            if (!points || !ends || token(noun).head == i || !in_one_sentence(i, noun) || is_above(noun, i))
                continue;
            if (is_above(i + 1, i)) continue;
            token(noun).head = i;
            token(noun).deprel = Deprel::obj;
            token(i + 1).head = noun;
            token(i + 1).deprel = Deprel::det;
            token(i + 1).upos = Upos::det;
        }
    }

    /// No apposition reaches over a semicolon.
    void cut_appositions() {
        std::vector<std::uint32_t> semicolons(analysis_.tokens.size() + 1, 0);
        for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i)
            semicolons[i + 1] = semicolons[i] + (analysis_.form(i) == ";" ? 1 : 0);
        for (TokenIndex i = 0; i < analysis_.tokens.size(); ++i) {
            Token& here = token(i);
            if (here.deprel != Deprel::appos || here.head == no_token) continue;
            const auto [low, high] = std::minmax(i, here.head);
            if (semicolons[high] != semicolons[low]) here.deprel = Deprel::parataxis;
        }
    }

    bool is_above(TokenIndex candidate, TokenIndex below) {
        for (std::size_t steps = 0; steps <= max_climb && below != no_token; ++steps) {
            if (below == candidate) return true;
            below = token(below).head;
        }
        return below != no_token;
    }

    static constexpr std::size_t max_describing =
        3;                                   // words before a name in a row: "the British insurer Acme"
    static constexpr TokenIndex reach = 12;  // tokens beside a name that may hang on a word of it
    static constexpr std::size_t max_climb = 64;

    Analysis& analysis_;
    const Entities& entities_;
    std::vector<TokenIndex> name_end_;      // of the token that begins a name: where that ends; else 0
    std::vector<TokenIndex> heads_;         // of each token in a name: the name's head
    std::vector<const std::string*> type_;  // of the token that begins a name: its entity's type
    std::vector<bool> verb_;                // of each token: whether the tagger took it for a verb
    std::vector<std::uint32_t> depth_;
};

}  // namespace

Analysis repair_trees(const Analysis& analysis, const Entities& entities) {
    Analysis repaired = analysis;
    restore_verbs(repaired, entities);
    Repairer(repaired, entities).repair();
    restore_elisions(repaired, entities);
    return repaired;
}

}  // namespace newsgraph
