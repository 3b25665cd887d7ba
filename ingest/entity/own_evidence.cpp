#include "ingest/entity/own_evidence.hpp"

namespace newsgraph {
namespace {

// On the scale of type_evidence.hpp.
constexpr float known_nationality = 10.0F;  // adjectives that are nothing else
constexpr float known_ambiguous = 4.0F;     // for each of several
constexpr float known_long = 6.0F;          // more, where the known name has several words
constexpr float last_word_weight = 4.5F;    // "… University"
constexpr float first_word_weight = 4.5F;   // "Ministry of …"
constexpr float first_name_weight = 5.0F;   // "Ann Lee"
constexpr float lone_first_name = 1.2F;

class OwnEvidence : private NamedDocumentReader {
  public:
    explicit OwnEvidence(NamedDocument& document) : NamedDocumentReader(document) {}

    /// What the name's own words say.
    void own_evidence(NameForm& form) {
        TypeEvidence& evidence = form.evidence;
        const NameSpan& span = spans_[form.spans.front()];
        const TokenRange tokens = span.tokens;
        TypeSet known;
        for (const EntryId entry : form.known) known |= gazetteer_.type(entry);
        for (std::size_t t = 0; t < max_type_count; ++t) {
            const auto type = static_cast<TypeId>(t);
            if (known.contains(type))
                evidence.add(EvidenceKind::known, type,
                             (known == TypeSet(TypeId::group) ? known_nationality
                              : known.size() == 1             ? known_alone
                                                              : known_ambiguous) +
                                 (tokens.size() > 1 ? known_long : 0));
        }
        if (span.quoted) return;
        const std::size_t size = tokens.size();
        const TokenIndex last = tokens.end - 1;
        // Keywords. Digits after them stay out of sight: "Consumer Rights Act 2015".
        TokenIndex final = last;
        while (final > tokens.begin && !facts_.shape(final).has_letter) --final;
        if (size > 1) {
            const TypeSet ends = facts_.form(final).of(WordClass::last_word);
            // "Heron Pro": a version of whatever Heron is.
            const bool version = facts_.form(final).is(version_word) && model_words_ >= 2;
            const bool surname = ends == TypeSet(TypeId::place) && facts_.form(tokens.begin).is(first_name);
            evidence.add(EvidenceKind::own_words, ends,
                         surname || version ? 0.5F * last_word_weight : last_word_weight);
            for (TokenIndex i = tokens.begin; i + 1 < tokens.end; ++i) {
                const std::string_view next = analysis_.form(i + 1);
                if (next == "of" || next == "for" || next == "on") {
                    const TypeSet begins =
                        facts_.form(i).of(WordClass::first_word) | facts_.form(i).of(WordClass::last_word);
                    evidence.add(EvidenceKind::own_words, begins, first_word_weight);
                }
                if (facts_.form(i + 1).is(versus_word) && i + 2 < tokens.end)
                    evidence.add(EvidenceKind::own_words, TypeId::law, 6.0F);
            }
            const TypeSet begins = facts_.form(tokens.begin).of(WordClass::first_word);
            if (begins.contains(TypeId::place) && ends.empty())
                evidence.add(EvidenceKind::own_words, TypeId::place, 2.0F);
            if (begins.contains(TypeId::event) && ends.empty())
                evidence.add(EvidenceKind::own_words, TypeId::event, 2.5F);
            for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
                const std::string_view word = analysis_.form(i);
                if (word == "&" || word == "Inc." || word == "Inc" || word == "Ltd")
                    evidence.add(EvidenceKind::own_words, TypeId::organization, 4.0F);
            }
        }
        shape_evidence(form, tokens, final);
        person_evidence(form, span);
    }

  private:
    void shape_evidence(NameForm& form, TokenRange tokens, TokenIndex final) {
        TypeEvidence& evidence = form.evidence;
        bool digit = false;
        bool size_code = false;
        bool version = false;
        bool number = false;
        for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
            const Shape& shape = facts_.shape(i);
            const std::string_view word = analysis_.form(i);
            digit = digit || shape.has_digit;
            number = number || shape.is_number;
            // "70B", "8x7B": so many billions of parameters.
            if (shape.has_digit && word.size() >= 2 && word.ends_with('B') && word[word.size() - 2] >= '0' &&
                word[word.size() - 2] <= '9')
                size_code = true;
            const std::size_t hyphen = word.rfind('-');
            if (hyphen != std::string_view::npos && shape.has_digit && word.ends_with('B')) size_code = true;
            if (i > tokens.begin && facts_.form(i).is(version_word)) version = true;
        }
        const TypeSet ends = facts_.form(final).of(WordClass::last_word);
        const bool dated = ends.contains(TypeId::law) || ends.contains(TypeId::event);
        // "2031 Norwegian general election"
        if (facts_.shape(tokens.begin).is_number && !facts_.shape(final).begins_upper &&
            facts_.lemma(final).of(WordClass::noun).contains(TypeId::event))
            evidence.add(EvidenceKind::own_words, TypeId::event, 6.0F);
        if (size_code) evidence.add(EvidenceKind::shape, TypeId::model, 4.0F);
        if (digit && !dated) {
            const std::string_view word = analysis_.form(tokens.end - 1);
            const bool year = word.size() == 4 && (word.starts_with("20") || word.starts_with("19"));
            if (year && tokens.size() > 1) {
                evidence.add(EvidenceKind::shape, TypeSet(TypeId::event) | TypeId::law, 4.0F);
            } else {
                evidence.add(EvidenceKind::shape, TypeId::product, model_words_ >= 2 ? 1.5F : 2.0F);
                evidence.add(EvidenceKind::shape, TypeId::model, model_words_ >= 2 ? 3.5F : 1.0F);
            }
        }
        if (version && (digit || model_words_ >= 2)) {
            evidence.add(EvidenceKind::shape, TypeId::product, 1.0F);
            evidence.add(EvidenceKind::shape, TypeId::model, model_words_ >= 2 ? 1.5F : 0.5F);
        }
        if (tokens.size() == 1) {
            const Shape& shape = facts_.shape(tokens.begin);
            const std::string_view word = analysis_.form(tokens.begin);
            if (shape.all_upper && !shape.has_digit && word.size() <= 6)
                evidence.add(EvidenceKind::shape, TypeId::organization, 1.2F);
            if (shape.inner_upper) {
                evidence.add(EvidenceKind::shape, TypeId::organization, 0.5F);
                evidence.add(EvidenceKind::shape, TypeId::product, 0.5F);
            }
            for (std::size_t size = 3; size <= 7 && size + 3 < word.size(); ++size) {
                if (word.size() >= 7 && gazetteer_.word(word.substr(word.size() - size)).is(drug_ending))
                    evidence.add(EvidenceKind::shape, TypeId::product, shape.begins_upper ? 1.5F : 5.0F);
            }
        }
    }

    void person_evidence(NameForm& form, const NameSpan& span) {
        const TokenRange tokens = span.tokens;
        bool plain = true;  // letters only, each word capitalised or a particle
        bool institutional = false;
        std::size_t words = 0;
        for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
            const Shape& shape = facts_.shape(i);
            const WordFacts& word = facts_.form(i);
            if (shape.has_digit ||
                (!shape.has_letter && analysis_.form(i) != "-" && analysis_.form(i) != "."))
                plain = false;
            if (!shape.has_letter) continue;
            const bool of_rank = analysis_.form(i) == "of" && facts_.form(tokens.begin).is(title_word);
            if (!shape.begins_upper && !word.is(particle_word) && !of_rank) plain = false;
            if (shape.all_upper && analysis_.form(i).size() > 2) plain = false;
            if (facts_.after_space(i) || i == tokens.begin) ++words;
            // "Hill" and "Park" end places, and family names.
            const TypeSet ends = word.of(WordClass::last_word);
            if (i > tokens.begin &&
                (word.is(inner_word) || !(ends.empty() || ends == TypeSet(TypeId::place))))
                institutional = true;
        }
        const WordFacts& first = facts_.form(tokens.begin);
        // "Baroness Lee", "Pope Leo": rank kept as part of the name.
        if (plain && words >= 2 && first.is(title_word) && !institutional && form.known.empty())
            form.evidence.add(EvidenceKind::person_name, TypeId::person, first_name_weight);
        if (plain && words >= 2 && words <= 5) {
            if (first.is(first_name)) {
                const bool known_other = !form.known.empty();
                form.evidence.add(EvidenceKind::person_name, TypeId::person,
                                  institutional ? 1.5F
                                  : known_other ? 1.0F
                                                : first_name_weight);
                if (words == 2 && facts_.form(tokens.begin + 1).is(first_name))
                    form.evidence.add(EvidenceKind::person_name, TypeId::person, 0.5F);
            } else if (!institutional && form.known.empty()) {
                form.evidence.add(EvidenceKind::person_name, TypeId::person,
                                  words == 2 || words == 3 ? 0.6F : 0.0F);
            }
        } else if (plain && words == 1 && first.is(first_name) && form.known.empty()) {
            form.evidence.add(EvidenceKind::person_name, TypeId::person, lone_first_name);
        }
        // "Dr Marek" is a family name, whoever else is called so.
        const bool family_name = words == 1 && span.title != no_token;
        if (first.is(first_name) && !family_name) {
            if (first.is(female_word) && !first.is(male_word)) form.genders |= 1U;
            if (first.is(male_word) && !first.is(female_word)) form.genders |= 2U;
        }
    }
};

}  // namespace

void add_own_evidence(NamedDocument& document, NameForm& form) { OwnEvidence(document).own_evidence(form); }

}  // namespace newsgraph
