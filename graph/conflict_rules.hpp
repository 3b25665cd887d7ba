#pragma once
// What an ontology says of claims that can't both hold.

#include <map>
#include <string>
#include <vector>

namespace newsgraph {

/// Of one part of a relation there is one at a time: an organization has one chief executive.
struct SinglePart {
    bool is_head = true;                                     // one head for a tail; else one tail for a head
    std::map<std::string, std::vector<std::string>> when;    // only claims with one of these qualifiers each
    std::map<std::string, std::vector<std::string>> unless;  // none with one of these, as of what is over
};

/// Another relation of the same two entities can't hold as well: if A beats B, B does not beat A.
struct Exclusion {
    std::string type;
    bool is_turned = false;         // its head is the tail of this one
    std::vector<std::string> same;  // qualifiers in which the two must agree to exclude each other
    std::vector<std::string> of;    // only between entities of these types; empty: any
};

/// A relation has one value of a qualifier: a company is bought for one price.
struct SingleQualifier {
    std::string name;
    std::vector<std::string> same;  // qualifiers in which two claims must agree for this to hold
};

/// Of one relation type.
struct ConflictRules {
    bool ends = false;  // what held may hold no longer, as a post: a later date is a change
    std::vector<SinglePart> single_parts;
    std::vector<Exclusion> exclusions;
    std::vector<SingleQualifier> single_qualifiers;

    bool empty() const noexcept {
        return !ends && single_parts.empty() && exclusions.empty() && single_qualifiers.empty();
    }
};

}  // namespace newsgraph
