#pragma once
// Results that reach their file whole or not at all.

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

namespace newsgraph {

/// A file being written: under another name beside it until `close` puts it in its place, so that a failure
/// leaves what was there before. "-" is standard output; that, a device or a pipe is written directly.
class OutputFile {
  public:
    /// Throws Error where the file can't be made.
    explicit OutputFile(const std::string& path);

    /// Takes away what was written, if `close` was not called or failed.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Goes bad at the first byte that can't be written; `close` tells why.
    std::ostream& stream() noexcept { return stream_; }

    /// Writes what has not been written yet. Throws Error where not all bytes could be. For several files
    /// that belong together: `flush` all, then `close` all, and none takes its place unless all could be
    /// written.
    void flush();

    /// Call last. Throws Error where not all bytes could be written, e.g. because the disk is full.
    void close();

  private:
    class Buffer;

    std::string name_;                 // for messages
    std::filesystem::path target_;     // links resolved
    std::filesystem::path temporary_;  // empty where the target is written directly
    std::unique_ptr<Buffer> buffer_;
    std::ostream stream_;
};

}  // namespace newsgraph
