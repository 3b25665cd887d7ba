#include "ingest/learn/triple_extractor.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "ingest/learn/answer_book.hpp"
#include "ingest/learn/candidates.hpp"
#include "ingest/learn/object_model.hpp"
#include "ingest/learn/subject_model.hpp"
#include "ingest/learn/text_reading.hpp"

namespace newsgraph {
namespace {

constexpr std::uint32_t folds = 4;           // of the cross-validation
constexpr float least_object = 0.08F;        // probability of an object whose subject is looked for
constexpr float least_told = 0.02F;          // of a triple that is looked at
constexpr std::size_t max_candidates = 400;  // of one text; keeps pairs bounded
constexpr std::size_t max_subjects = 60;     // looked at for one object, the first ones
/// What counts of a relation that an example says nothing of, where examples are incomplete.
constexpr float incomplete_weight = 0.2F;
/// What a triple of such a relation counts where the threshold is chosen.
constexpr double incomplete_cost = 0.1;
constexpr float highest_threshold = 0.5F;  // what is likelier than not is told: F1 only gains by it
constexpr float untaught_threshold = 0.25F;
constexpr std::size_t max_remembered = 100000;  // lemmas; keeps memory bounded
constexpr std::size_t often = 3;                // examples

/// A triple that may be told.
struct Proposal {
    std::uint32_t relation = 0;
    std::uint32_t subject = 0;  // candidates
    std::uint32_t object = 0;
    float probability = 0;
};

/// About every second example is read as if its names had never been seen: new names must be found too.
/// Which, a hash says, so that no order of the examples falls in step with it.
bool forgets_names(std::uint32_t example) {
    return example != AnswerBook::no_example && (example * 2654435761U) >> 31U == 1;
}

/// A text with its candidates, ready to be asked.
struct PreparedText {
    std::unique_ptr<TextReading> reading;
    std::vector<Candidate> candidates;
    std::vector<std::vector<Familiarity>> as_subject;  // of each candidate, for each relation
    std::uint32_t example = AnswerBook::no_example;
};

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }

const Feature domain_fits = feature("domain", "fits");
const Feature domain_differs = feature("domain", "differs");
/// How often words were a subject in the examples: never, sometimes, often; anywhere: never, so, mostly as
/// object.
const std::array<Feature, 3> known_here = {feature("here", "0"), feature("here", "1"), feature("here", "3")};
const std::array<Feature, 3> known_subject = {feature("subject", "0"), feature("subject", "1"),
                                              feature("subject", "3")};
const std::array<Feature, 3> known_anywhere = {feature("anywhere", "0"), feature("anywhere", "1"),
                                               feature("anywhere", "object")};

bool may_be_subject(const Candidate& candidate) {
    return candidate.kind == CandidateKind::name || candidate.kind == CandidateKind::phrase;
}

}  // namespace

struct TripleExtractor::Parts {
    Schema schema;
    ReadingEngines engines;
    AnswerBook book;
    FeatureRows rows;
    std::optional<ObjectModel> objects;
    SubjectModel subjects;
    float threshold = untaught_threshold;
    bool has_examples = false;

    std::vector<Expectation> ranges;  // of each relation
    std::vector<Expectation> domains;
    std::vector<std::vector<std::string>> label_words;  // lemmas that speak for it
    mutable std::unordered_map<std::string, std::vector<std::uint32_t>> spoken_for_;  // by a lemma: relations

    Parts(Schema given, const ReadingEngines& used) : schema(std::move(given)), engines(used) {
        for (const SchemaRelation& relation : schema.relations) {
            Expectation range = engines.label_words.expectation(relation.range, engines.gazetteer);
            if (range.is_open()) range = engines.label_words.of_label(relation.label);
            ranges.push_back(std::move(range));
            domains.push_back(engines.label_words.expectation(relation.domain, engines.gazetteer));
            label_words.push_back(engines.label_words.words(relation.label));
        }
    }

    PreparedText prepare(const std::string& text, std::uint32_t example, const KnownKeys* known) const {
        PreparedText prepared;
        prepared.reading = std::make_unique<TextReading>(text, engines.models, engines.gazetteer);
        prepared.candidates = find_candidates(*prepared.reading, known);
        if (prepared.candidates.size() > max_candidates) prepared.candidates.resize(max_candidates);
        prepared.example = example;
        return prepared;
    }

    /// The relations that a lemma speaks for.
    std::vector<std::uint32_t> spoken_for(const std::string& lemma) const {
        std::vector<std::uint32_t> result;
        for (std::uint32_t relation = 0; relation < label_words.size(); ++relation) {
            if (std::ranges::any_of(label_words[relation],
                                    [&lemma](const std::string& word) { return share_stem(word, lemma); }))
                result.push_back(relation);
        }
        return result;
    }

    /// Of each token the relations that it speaks for.
    std::vector<std::vector<std::uint32_t>> spoken(const TextReading& reading) const {
        std::vector<std::vector<std::uint32_t>> result;
        if (spoken_for_.size() > max_remembered) spoken_for_.clear();
        for (const std::string& lemma : reading.lemmas) {
            auto found = spoken_for_.find(lemma);
            if (found == spoken_for_.end()) found = spoken_for_.emplace(lemma, spoken_for(lemma)).first;
            result.push_back(found->second);
        }
        return result;
    }

    std::vector<Familiarity> familiarity(const PreparedText& text, const Candidate& candidate,
                                         Side side) const {
        const std::size_t relations = schema.relations.size();
        if (forgets_names(text.example)) return std::vector<Familiarity>(relations);
        return book.familiarity(candidate, relations, side, text.example);
    }

    Hints expected(const Candidate& candidate, const Expectation& range) const {
        const bool is_date = candidate.kind == CandidateKind::date;
        const bool is_number = candidate.kind == CandidateKind::number;
        if (range.date || range.number) {
            if (is_date && range.date) return hint(Hint::date_fits);
            if (is_number && range.number) return hint(Hint::number_fits);
            return hint(Hint::type_is_other);
        }
        if (is_date || is_number) return hint(Hint::is_value);
        if (range.types.empty() || candidate.type.empty())
            return hint(candidate.kind == CandidateKind::name ? Hint::is_name : Hint::is_phrase);
        const bool fits = std::ranges::find(range.types, candidate.type) != range.types.end();
        return hint(fits ? Hint::type_fits : Hint::type_is_other);
    }

    ObjectInstance instance(const PreparedText& text, const Candidate& candidate,
                            const std::vector<std::vector<std::uint32_t>>& spoken,
                            std::span<const Feature> features) const {
        ObjectInstance result;
        result.rows = rows.rows(features);
        const std::size_t relations = schema.relations.size();
        Hints common = hint(Hint::bias) | hint(Hint::is_cut, !candidate.is_whole);
        result.hints.assign(relations, common);
        for (std::size_t relation = 0; relation < relations; ++relation)
            result.hints[relation] |= expected(candidate, ranges[relation]);

        const Analysis& analysis = text.reading->analysis;
        const auto say = [&](TokenIndex token, Hint which) {
            for (const std::uint32_t relation : spoken[token]) result.hints[relation] |= hint(which);
        };
        const TokenRange sentence = analysis.sentences[analysis.sentence_of(candidate.tokens.begin)].tokens;
        for (TokenIndex token = sentence.begin; token < sentence.end; ++token) {
            if (candidate.tokens.contains(token)) {
                say(token, Hint::is_the_label);
                continue;
            }
            say(token, Hint::sentence_says_it);
            if (token < candidate.tokens.begin && token + 3 >= candidate.tokens.begin)
                say(token, Hint::before_says_it);
            if (token >= candidate.tokens.end && token < candidate.tokens.end + 3)
                say(token, Hint::after_says_it);
        }
        TokenIndex top = candidate.head;
        for (int i = 0; i < 8 && analysis.tokens[top].deprel == Deprel::conj; ++i)
            top = analysis.tokens[top].head;
        const TokenIndex governor = analysis.tokens[top].head;
        if (governor != no_token) {
            say(governor, Hint::governor_says_it);
            if (analysis.tokens[governor].head != no_token)
                say(analysis.tokens[governor].head, Hint::above_says_it);
        }
        if (!has_examples) return result;
        const std::vector<Familiarity> familiar = familiarity(text, candidate, Side::object);
        for (std::size_t relation = 0; relation < relations; ++relation) {
            const Familiarity& seen = familiar[relation];
            result.hints[relation] |= seen.here > 0        ? hint(Hint::seen_here)
                                      : seen.same_side > 0 ? hint(Hint::seen_elsewhere)
                                      : seen.anywhere > 0  ? hint(Hint::seen_as_subject)
                                                           : hint(Hint::never_seen);
            result.hints[relation] |= hint(Hint::seen_often_here, seen.here >= often);
            result.hints[relation] |=
                hint(Hint::mostly_here, seen.here > 0 && 2 * seen.here > seen.same_side);
        }
        return result;
    }

    std::vector<ObjectInstance> instances(const PreparedText& text,
                                          const std::vector<std::vector<Feature>>& features) const {
        const auto words = spoken(*text.reading);
        std::vector<ObjectInstance> result;
        for (std::size_t i = 0; i < text.candidates.size(); ++i)
            result.push_back(instance(text, text.candidates[i], words, features[i]));
        return result;
    }

    std::vector<std::vector<Feature>> features_of(const PreparedText& text) const {
        std::vector<std::vector<Feature>> features;
        for (const Candidate& candidate : text.candidates)
            features.push_back(object_features(*text.reading, candidate));
        return features;
    }

    /// Fills in how well its candidates are known as subjects.
    void note_familiarity(PreparedText& text) const {
        if (!has_examples) return;
        for (const Candidate& candidate : text.candidates)
            text.as_subject.push_back(familiarity(text, candidate, Side::subject));
    }

    /// The candidates that may be the subject of an object, with what is known of each.
    struct Subjects {
        std::vector<std::uint32_t> candidates;
        std::shared_ptr<const SubjectOptions> features;
    };

    Subjects subjects_for(const PreparedText& text, std::uint32_t object) const {
        Subjects result;
        auto features = std::make_shared<SubjectOptions>();
        const Candidate& target = text.candidates[object];
        for (std::uint32_t i = 0; i < text.candidates.size() && features->size() < max_subjects; ++i) {
            const Candidate& candidate = text.candidates[i];
            if (!may_be_subject(candidate) || overlap(candidate.tokens, target.tokens)) continue;
            result.candidates.push_back(i);
            features->push_back(pair_features(*text.reading, candidate, target));
        }
        features->push_back(absent_subject_features(*text.reading, target));
        result.features = std::move(features);
        return result;
    }

    SubjectChoice choice_of(const PreparedText& text, std::uint32_t relation, const Subjects& among) const {
        SubjectChoice choice{relation, among.features, {}, {}};
        const std::vector<std::string>& types = domains[relation].types;
        for (const std::uint32_t place : among.candidates) {
            std::vector<Feature>& more = choice.more.emplace_back();
            const std::string& type = text.candidates[place].type;
            if (!types.empty() && !type.empty()) {
                const bool fits = std::ranges::find(types, type) != types.end();
                more.push_back(fits ? domain_fits : domain_differs);
            }
            if (!has_examples) continue;
            const Familiarity& seen = text.as_subject[place][relation];
            more.push_back(known_here[seen.here == 0 ? 0 : seen.here < often ? 1 : 2]);
            more.push_back(known_subject[seen.same_side == 0 ? 0 : seen.same_side < often ? 1 : 2]);
            more.push_back(known_anywhere[seen.anywhere == 0                   ? 0
                                          : seen.anywhere > seen.same_side * 2 ? 2
                                                                               : 1]);
        }
        choice.more.emplace_back();
        return choice;
    }

    /// What may be told of a text, the surest first.
    std::vector<Proposal> proposals(const PreparedText& text, const std::vector<ObjectInstance>& instances,
                                    const ObjectModel& object_model,
                                    const SubjectModel& subject_model) const {
        std::vector<Proposal> result;
        std::vector<float> probabilities(schema.relations.size());
        for (std::uint32_t object = 0; object < instances.size(); ++object) {
            object_model.probabilities(instances[object], probabilities);
            if (std::ranges::max(probabilities) < least_object) continue;
            const Subjects among = subjects_for(text, object);
            for (std::uint32_t relation = 0; relation < probabilities.size(); ++relation) {
                if (probabilities[relation] < least_object) continue;
                const std::vector<float> likely =
                    subject_model.probabilities(choice_of(text, relation, among));
                for (std::size_t i = 0; i < among.candidates.size(); ++i) {
                    const float both = probabilities[relation] * likely[i];
                    if (both > least_told) result.push_back({relation, among.candidates[i], object, both});
                }
            }
        }
        std::ranges::stable_sort(result, std::greater<>(), &Proposal::probability);
        return without_rivals(text, std::move(result));
    }

    /// Without what a surer proposal excludes: other cuts of the same words for the same relation.
    std::vector<Proposal> without_rivals(const PreparedText& text, std::vector<Proposal> proposals) const {
        std::vector<Proposal> kept;
        for (const Proposal& proposal : proposals) {
            const TokenRange subject = text.candidates[proposal.subject].tokens;
            const TokenRange object = text.candidates[proposal.object].tokens;
            const bool is_rival = std::ranges::any_of(kept, [&](const Proposal& other) {
                const TokenRange other_subject = text.candidates[other.subject].tokens;
                const TokenRange other_object = text.candidates[other.object].tokens;
                if (other.relation != proposal.relation) return false;
                if (overlap(other_object, object)) return true;
                // Two cuts of one subject for two objects: the surer one's.
                return overlap(other_subject, subject) && !(other_subject == subject);
            });
            if (!is_rival) kept.push_back(proposal);
            if (kept.size() >= 64) break;
        }
        return kept;
    }

    Triple triple_of(const PreparedText& text, const Proposal& proposal) const {
        return {
            book.answer(text.candidates[proposal.subject], proposal.relation, Side::subject, text.example),
            schema.relations[proposal.relation].label,
            book.answer(text.candidates[proposal.object], proposal.relation, Side::object, text.example)};
    }

    /// The candidates whose answer is written so.
    std::vector<std::uint32_t> matches(const PreparedText& text, std::uint32_t relation, Side side,
                                       const std::string& answer) const {
        std::vector<std::uint32_t> result;
        for (std::uint32_t i = 0; i < text.candidates.size(); ++i) {
            if (same_answer(book.answer(text.candidates[i], relation, side, text.example), answer))
                result.push_back(i);
        }
        return result;
    }

    /// What is learned from examples.
    struct Lessons {
        std::vector<ObjectExample> objects;  // of each example
        std::vector<std::vector<SubjectChoice>> subjects;

        std::vector<const SubjectChoice*> choices(std::span<const std::uint32_t> places) const {
            std::vector<const SubjectChoice*> result;
            for (const std::uint32_t place : places) {
                for (const SubjectChoice& choice : subjects[place]) result.push_back(&choice);
            }
            return result;
        }
    };

    void learn(std::vector<LabelledSentence> examples);
    std::vector<PreparedText> read_examples(const std::vector<LabelledSentence>& examples);
    std::vector<SubjectChoice> choices(const PreparedText& text, const LabelledSentence& example,
                                       const std::vector<ObjectTarget>& targets) const;
    float best_threshold(const std::vector<PreparedText>& texts, const Lessons& lessons,
                         const std::vector<LabelledSentence>& examples, float unlabelled_weight) const;
};

std::vector<SubjectChoice> TripleExtractor::Parts::choices(const PreparedText& text,
                                                           const LabelledSentence& example,
                                                           const std::vector<ObjectTarget>& targets) const {
    std::vector<SubjectChoice> result;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const ObjectTarget& target = targets[i];
        if (target.candidates.empty()) continue;
        const auto named = matches(text, target.relation, Side::subject, example.triples[i].subject);
        const Subjects among = subjects_for(text, target.candidates.front());
        SubjectChoice choice = choice_of(text, target.relation, among);
        for (std::uint32_t option = 0; option < among.candidates.size(); ++option) {
            if (std::ranges::find(named, among.candidates[option]) != named.end())
                choice.right.push_back(option);
        }
        if (choice.right.empty()) choice.right.push_back(static_cast<std::uint32_t>(among.candidates.size()));
        result.push_back(std::move(choice));
    }
    return result;
}

float TripleExtractor::Parts::best_threshold(const std::vector<PreparedText>& texts, const Lessons& lessons,
                                             const std::vector<LabelledSentence>& examples,
                                             float unlabelled_weight) const {
    struct Told {
        float probability = 0;
        bool is_right = false;
        double weight = 1;  // how much it counts among what is told
    };
    std::vector<Told> told;
    double wanted = 0;
    for (std::uint32_t fold = 0; fold < folds; ++fold) {
        std::vector<std::uint32_t> taught;
        std::vector<std::uint32_t> asked;
        for (std::uint32_t place = 0; place < texts.size(); ++place)
            (place % folds == fold ? asked : taught).push_back(place);
        ObjectModel object_model(schema.relations.size(), rows.size());
        object_model.learn(lessons.objects, taught, unlabelled_weight);
        SubjectModel subject_model;
        subject_model.learn(lessons.choices(taught));
        for (const std::uint32_t place : asked) {
            const std::vector<Triple>& triples = examples[place].triples;
            wanted += static_cast<double>(triples.size());
            const auto& instances = lessons.objects[place].candidates;
            for (const Proposal& proposal : proposals(texts[place], instances, object_model, subject_model)) {
                const Triple triple = triple_of(texts[place], proposal);
                Told& next = told.emplace_back();
                next.probability = proposal.probability;
                next.weight = unlabelled_weight < 1 ? incomplete_cost : 1;
                for (const Triple& other : triples) {
                    if (other.relation != triple.relation) continue;
                    next.weight = 1;
                    next.is_right |= same_answer(triple.subject, other.subject) &&
                                     same_answer(triple.object, other.object);
                }
            }
        }
    }
    std::ranges::stable_sort(told, std::greater<>(), &Told::probability);
    float best = untaught_threshold;
    double best_f1 = 0;
    double right = 0;
    double weight = 0;
    for (std::size_t i = 0; i < told.size(); ++i) {
        right += told[i].is_right ? 1 : 0;
        weight += told[i].weight;
        const double f1 = 2 * right / (weight + wanted);
        if (f1 > best_f1) {
            best_f1 = f1;
            // Halfway to the next: new names are less sure than those that examples share.
            const float next = i + 1 < told.size() ? told[i + 1].probability : 0;
            best = (told[i].probability + next) / 2;
        }
    }
    best = std::min(best, highest_threshold);
    return best;
}

/// Reads the texts and fills the book of answers and the table of features.
std::vector<PreparedText> TripleExtractor::Parts::read_examples(
    const std::vector<LabelledSentence>& examples) {
    std::vector<PreparedText> texts;
    for (std::uint32_t i = 0; i < examples.size(); ++i) {
        texts.push_back(prepare(examples[i].text, i, nullptr));
        for (const Triple& triple : examples[i].triples) {
            const auto relation = static_cast<std::uint32_t>(schema.find(triple.relation));
            book.learn(i, relation, Side::subject, triple.subject, texts.back().candidates);
            book.learn(i, relation, Side::object, triple.object, texts.back().candidates);
        }
    }
    book.settle();
    has_examples = true;
    for (PreparedText& text : texts) {
        text.candidates = find_candidates(*text.reading, &book);
        if (text.candidates.size() > max_candidates) text.candidates.resize(max_candidates);
        note_familiarity(text);
    }
    return texts;
}

void TripleExtractor::Parts::learn(std::vector<LabelledSentence> examples) {
    std::size_t triples = 0;
    for (LabelledSentence& example : examples) {
        std::erase_if(example.triples,
                      [this](const Triple& triple) { return schema.find(triple.relation) == Schema::npos; });
        for (Triple& triple : example.triples)
            triple.relation = schema.relations[schema.find(triple.relation)].label;
        triples += example.triples.size();
    }
    // Examples that name hardly more than one triple each name those that somebody looked for, not all.
    const bool is_complete = 2 * triples >= 3 * examples.size();
    const float unlabelled_weight = is_complete ? 1.0F : incomplete_weight;

    const std::vector<PreparedText> texts = read_examples(examples);
    std::vector<std::vector<std::vector<Feature>>> features;
    for (const PreparedText& text : texts) {
        features.push_back(features_of(text));
        rows.count(features.back());
    }
    rows.settle();

    Lessons lessons;
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        ObjectExample& example = lessons.objects.emplace_back();
        example.candidates = instances(texts[i], features[i]);
        for (const Triple& triple : examples[i].triples) {
            const auto relation = static_cast<std::uint32_t>(schema.find(triple.relation));
            example.targets.push_back({relation, matches(texts[i], relation, Side::object, triple.object)});
        }
        lessons.subjects.push_back(choices(texts[i], examples[i], example.targets));
    }
    threshold = best_threshold(texts, lessons, examples, unlabelled_weight);
    std::vector<std::uint32_t> all(texts.size());
    std::iota(all.begin(), all.end(), 0U);
    objects.emplace(schema.relations.size(), rows.size());
    objects->learn(lessons.objects, all, unlabelled_weight);
    subjects.learn(lessons.choices(all));
}

TripleExtractor::TripleExtractor(Schema schema, const ReadingEngines& engines)
    : parts_(std::make_unique<Parts>(std::move(schema), engines)) {
    parts_->objects.emplace(parts_->schema.relations.size(), 0);
}

TripleExtractor::TripleExtractor(Schema schema, const ReadingEngines& engines,
                                 const std::vector<LabelledSentence>& examples)
    : TripleExtractor(std::move(schema), engines) {
    if (examples.size() <= max_examples) {
        if (!examples.empty()) parts_->learn(examples);
    } else {
        parts_->learn({examples.begin(), examples.begin() + static_cast<std::ptrdiff_t>(max_examples)});
    }
}

TripleExtractor::~TripleExtractor() = default;
TripleExtractor::TripleExtractor(TripleExtractor&&) noexcept = default;
TripleExtractor& TripleExtractor::operator=(TripleExtractor&&) noexcept = default;

float TripleExtractor::threshold() const noexcept { return parts_->threshold; }

std::vector<Triple> TripleExtractor::extract(const std::string& text) const {
    PreparedText prepared =
        parts_->prepare(text, AnswerBook::no_example, parts_->has_examples ? &parts_->book : nullptr);
    parts_->note_familiarity(prepared);
    const auto instances = parts_->instances(prepared, parts_->features_of(prepared));
    std::vector<Triple> result;
    for (const Proposal& proposal :
         parts_->proposals(prepared, instances, *parts_->objects, parts_->subjects)) {
        if (proposal.probability < parts_->threshold) break;
        Triple triple = parts_->triple_of(prepared, proposal);
        if (same_answer(triple.subject, triple.object)) continue;
        if (std::ranges::find(result, triple) == result.end()) result.push_back(std::move(triple));
    }
    return result;
}

}  // namespace newsgraph
