#pragma once
// Writes model files as ModelFile reads them.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

class ModelWriter {
  public:
    /// `features` as for ModelFile.
    explicit ModelWriter(std::string_view features) : features_(features) {}

    template <typename Value>
    void add(const std::string& name, const std::vector<Value>& values) {
        const auto bytes = std::as_bytes(std::span(values));
        arrays_.push_back({name, {bytes.begin(), bytes.end()}});
    }

    /// Throws Error where the file can't be written.
    void write(const std::filesystem::path& path) const;

  private:
    struct Array {
        std::string name;
        std::vector<std::byte> bytes;
    };

    std::string features_;
    std::vector<Array> arrays_;
};

}  // namespace newsgraph
