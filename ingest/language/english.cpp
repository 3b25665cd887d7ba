#include "ingest/language/english.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace newsgraph {
namespace {

using Words = std::unordered_set<std::string_view>;

const Words titles = {"mr",     "mrs",  "ms",   "mx",     "dr",  "prof",  "gov",  "sen",  "sens", "rep",
                      "reps",   "gen",  "col",  "lt",     "sgt", "capt",  "cmdr", "adm",  "maj",  "cpl",
                      "pvt",    "rev",  "hon",  "st",     "ft",  "mt",    "supt", "insp", "det",  "pres",
                      "govs",   "atty", "brig", "messrs", "mme", "mlle",  "msgr", "sec",  "no",   "nos",
                      "vol",    "pp",   "fig",  "figs",   "vs",  "cf",    "viz",  "i.e",  "e.g",  "ca",
                      "approx", "para", "art",  "pt",     "fr",  "profs", "drs",  "amb",  "sr",   "hr"};

const std::unordered_map<std::string_view, Abbreviation> abbreviations = [] {
    std::unordered_map<std::string_view, Abbreviation> found;
    for (const auto* word :
         {"mr",   "mrs",  "ms",   "dr",     "drs",   "prof", "profs",  "sgt",  "capt",  "cmdr", "lt",
          "supt", "insp", "msgr", "messrs", "mlle",  "mme",  "jr",     "sr",   "inc",   "corp", "ltd",
          "bros", "vs",   "etc",  "al",     "jan",   "feb",  "apr",    "jun",  "jul",   "aug",  "sept",
          "sep",  "oct",  "nov",  "dec",    "tue",   "tues", "thu",    "thur", "thurs", "fri",  "ave",
          "blvd", "dept", "univ", "assn",   "assoc", "attn", "approx", "eds",  "cf",    "viz",  "esp",
          "incl", "intl", "natl", "mfg",    "mgr",   "eg",   "ie",     "govt", "calif", "conn", "wis",
          "minn", "mich", "tenn", "okla",   "ariz",  "colo", "wyo",    "neb",  "nev",   "fla",  "mdse",
          "ret",  "est",  "brig", "cpl",    "pvt",   "hwy",  "vols",   "v",    "yrs",   "hrs",  "mins",
          "lbs",  "oz",   "dist", "const",  "arrv",  "dept", "nr",     "ct",   "pkg",   "gov",  "st",
          "ft",   "sq",   "bldg", "pty",    "pte",   "ph",   "admin",  "div"}) {
        found.emplace(word, Abbreviation::always);
    }
    for (const auto* word :
         {"gen", "col",  "rep",  "reps", "sen", "sens", "govs", "adm", "maj",  "rev",  "hon",
          "mt",  "det",  "pres", "co",   "cos", "bros", "rd",   "ed",  "mx",   "pa",   "va",
          "ga",  "ill",  "ind",  "ala",  "ark", "ky",   "la",   "md",  "miss", "mo",   "mont",
          "ore", "vt",   "tex",  "kan",  "del", "mass", "wash", "ont", "que",  "alta", "conf",
          "sc",  "atty", "sask", "fr",   "amb", "hr",   "spec", "esq", "dak"}) {
        found.emplace(word, Abbreviation::capitalized);
    }
    for (const auto* word : {"no", "nos", "vol", "p", "pp", "fig", "figs", "ch", "sec", "art", "pt", "para",
                             "c", "ca", "ext", "tel", "eq", "ver", "app"}) {
        found.emplace(word, Abbreviation::before_number);
    }
    for (const auto* word : {"mar", "sat", "sun", "mon", "wed"}) found.emplace(word, Abbreviation::date);
    return found;
}();

const Words prefixes = {
    "agro", "ante",  "anti",   "arch",  "bi",    "bio",   "co",    "counter", "cross", "cyber",  "de",
    "eco",  "ex",    "extra",  "inter", "intra", "macro", "mega",  "micro",   "mid",   "mini",   "multi",
    "neo",  "non",   "over",   "pan",   "para",  "peri",  "post",  "pre",     "pro",   "pseudo", "quasi",
    "re",   "semi",  "sub",    "super", "supra", "sur",   "tri",   "ultra",   "un",    "uni",    "electro",
    "e",    "socio", "psycho", "geo",   "hyper", "trans", "proto", "crypto",  "infra", "nano",   "photo",
    "poly", "tele",  "thermo", "uh",    "mm",    "retro", "omni",  "meth",    "ethno", "paleo",  "hydro"};

const Words suffixes = {"esque", "ette", "fest", "fold", "itis", "less",
                        "most",  "rama", "wise", "oh",   "huh",  "hm"};

const Words units = {
    "am",    "pm",     "a.m",   "p.m",     "k",       "m",        "mm",   "bn",      "b",     "t",
    "tn",    "mn",     "kg",    "km",      "ft",      "lb",       "lbs",  "cm",      "hz",    "khz",
    "mhz",   "ghz",    "gb",    "mb",      "tb",      "kb",       "hr",   "hrs",     "min",   "mins",
    "sec",   "secs",   "yr",    "yrs",     "day",     "days",     "pc",   "percent", "x",     "c",
    "p",     "hh",     "f",     "w",       "kw",      "mw",       "gw",   "kwh",     "mwh",   "gwh",
    "twh",   "mph",    "kph",   "kmh",     "ml",      "l",        "g",    "mg",      "oz",    "in",
    "sq",    "watt",   "ms",    "mp",      "px",      "fps",      "nm",   "minutes", "hours", "years",
    "month", "months", "weeks", "million", "billion", "trillion", "mbps", "gbps",    "bps",   "ha",
    "mins",  "gw",     "ct",    "mm",      "um",      "cc"};

const Words domain_endings = {
    "com", "org", "net", "gov",  "edu",  "mil",  "int", "info", "biz", "io",   "ai",  "uk",  "ca",   "de",
    "fr",  "eu",  "tv",  "au",   "nz",   "jp",   "cn",  "ru",   "ch",  "nl",   "se",  "br",  "za",   "ie",
    "kr",  "mx",  "es",  "dk",   "fi",   "pl",   "ly",  "fm",   "gg",  "xyz",  "app", "dev", "tech", "news",
    "doc", "xls", "pdf", "txt",  "docx", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "gif", "html", "htm",
    "zip", "exe", "csv", "json", "xml",  "mp3",  "mp4", "py",   "js",  "cpp",  "url", "eml", "wpd",  "php"};

const Words variants = {"mini",    "nano",     "micro", "turbo", "large",   "small", "medium", "base",
                        "preview", "instruct", "chat",  "coder", "vision",  "lite",  "flash",  "pro",
                        "ultra",   "max",      "plus",  "tiny",  "beta",    "alpha", "air",    "code",
                        "high",    "low",      "xl",    "fast",  "thinking"};

const Words elisions = {"em", "til", "till", "cause", "bout", "n", "cuz", "round", "tis", "twas", "neath"};

// No possessive stands before them: "its a", "its not".
const Words after_it_is = {
    "a",       "an",     "the",     "not",     "just",       "been",     "very",  "going", "also",  "still",
    "really",  "always", "simply",  "like",    "kind",       "too",      "all",   "your",  "my",    "our",
    "his",     "her",    "their",   "these",   "those",      "this",     "that",  "in",    "for",   "from",
    "between", "at",     "to",      "because", "definitely", "probably", "maybe", "now",   "never", "nothing",
    "no",      "so",     "getting", "gonna",   "impossible", "if",       "when",  "what",  "why",   "how"};

const std::unordered_map<std::string_view, std::string_view> contractions = {
    {"cannot", "33"},  {"gonna", "32"},    {"wanna", "32"}, {"gotta", "32"},  {"gimme", "32"},
    {"lemme", "32"},   {"dunno", "212"},   {"outta", "32"}, {"sorta", "41"},  {"dont", "22"},
    {"didnt", "32"},   {"doesnt", "42"},   {"cant", "22"},  {"wont", "22"},   {"couldnt", "52"},
    {"wouldnt", "52"}, {"shouldnt", "62"}, {"isnt", "22"},  {"arent", "32"},  {"wasnt", "32"},
    {"werent", "42"},  {"havent", "42"},   {"hasnt", "32"}, {"hadnt", "32"},  {"aint", "22"},
    {"im", "11"},      {"ive", "12"},      {"youre", "32"}, {"theyre", "42"}, {"thats", "41"},
    {"whats", "41"},   {"theres", "51"},   {"youll", "32"}, {"theyll", "42"}, {"youve", "32"},
    {"theyve", "42"},  {"hes", "21"},      {"y'all", "23"}, {"d'you", "23"},  {"c'mon", "32"},
    {"'tis", "22"},    {"'twas", "23"},    {"alot", "13"}};

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    const auto found = abbreviations.find(word);
    return found == abbreviations.end() ? Abbreviation::none : found->second;
}

bool is_title(std::string_view word) { return titles.contains(word); }

bool is_hyphenated_prefix(std::string_view prefix) { return prefixes.contains(prefix); }

bool is_hyphenated_suffix(std::string_view suffix) { return suffixes.contains(suffix); }

bool is_unit(std::string_view letters) { return units.contains(letters); }

bool is_domain_ending(std::string_view segment) { return domain_endings.contains(segment); }

bool is_variant(std::string_view segment) { return variants.contains(segment); }

std::string_view contraction_parts(std::string_view word) {
    const auto found = contractions.find(word);
    return found == contractions.end() ? std::string_view() : found->second;
}

bool follows_its_for_it_is(std::string_view word) { return after_it_is.contains(word); }

bool is_elision(std::string_view word) { return elisions.contains(word); }

}  // namespace newsgraph
