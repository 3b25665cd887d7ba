#include "export/json_location.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace newsgraph {
namespace {

/// Follows a path while RapidJSON reads.
class PathFollower : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, PathFollower> {
  public:
    PathFollower(const rapidjson::MemoryStream& stream, const std::vector<std::string>& path)
        : stream_(stream), path_(path) {}

    std::size_t byte() const { return byte_; }

    bool Default() { return begin_value(); }
    bool String(const char*, rapidjson::SizeType, bool) { return begin_value(); }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        levels_.back().step.assign(text, size);
        return true;
    }
    bool StartObject() { return begin_value() && open(false); }
    bool StartArray() { return begin_value() && open(true); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

  private:
    struct Level {
        bool is_array = false;
        bool is_on_path = false;  // the path leads to this array or object, or through it
        std::size_t next = 0;     // index of an array's next element
        std::string step;         // an object's last key
    };

    bool begin_value() {
        is_on_path_ = levels_.empty();
        if (!levels_.empty()) {
            Level& level = levels_.back();
            const std::string step = level.is_array ? std::to_string(level.next++) : level.step;
            is_on_path_ =
                level.is_on_path && levels_.size() <= path_.size() && path_[levels_.size() - 1] == step;
        }
        if (is_on_path_) byte_ = stream_.Tell();
        return !(is_on_path_ && levels_.size() == path_.size());  // found: stop reading
    }

    bool open(bool is_array) {
        levels_.push_back({is_array, is_on_path_, 0, {}});
        return true;
    }

    bool close() {
        levels_.pop_back();
        return true;
    }

    const rapidjson::MemoryStream& stream_;
    const std::vector<std::string>& path_;
    std::vector<Level> levels_;
    bool is_on_path_ = false;
    std::size_t byte_ = 0;
};

}  // namespace

std::size_t json_line(std::string_view json, const std::vector<std::string>& path) {
    rapidjson::MemoryStream stream(json.data(), json.size());
    PathFollower follower(stream, path);
    rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag>(stream, follower);
    // RapidJSON stands behind a value, or before its bracket, when it tells of it: on the value's line.
    return line_at(json, follower.byte());
}

std::size_t line_at(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

}  // namespace newsgraph
