#include "cli/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <streambuf>
#include <system_error>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& name, int reason) {
    std::string fix = "choose another place";
    if (reason == ENOENT) fix = "make the folder first";
    if (reason == ENOSPC) fix = "make room, or choose another place";
    throw Error(name, "can't be written: " + std::generic_category().message(reason), fix);
}

}  // namespace

/// Writes to a file descriptor, and unlike std::filebuf keeps the reason of the first failure.
class OutputFile::Buffer : public std::streambuf {
  public:
    explicit Buffer(int file) : file_(file) { setp(bytes_.data(), bytes_.data() + bytes_.size()); }
    ~Buffer() override { shut(); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    // Each returns 0, or why not all could be written.

    int write_all() {
        flush();
        return reason_;
    }
    int close() {
        flush();
        shut();
        return reason_;
    }

  protected:
    int_type overflow(int_type byte) override {
        if (!flush()) return traits_type::eof();
        if (!traits_type::eq_int_type(byte, traits_type::eof())) sputc(traits_type::to_char_type(byte));
        return traits_type::not_eof(byte);
    }
    int sync() override { return flush() ? 0 : -1; }

  private:
    bool flush() {
        const char* at = pbase();
        while (at < pptr() && reason_ == 0) {
            const ssize_t written = ::write(file_, at, static_cast<std::size_t>(pptr() - at));
            if (written >= 0)
                at += written;
            else if (errno != EINTR)
                reason_ = errno;
        }
        setp(bytes_.data(), bytes_.data() + bytes_.size());
        return reason_ == 0;
    }

    void shut() {
        if (file_ > STDOUT_FILENO && ::close(file_) != 0 && reason_ == 0) reason_ = errno;
        file_ = -1;
    }

    std::array<char, 1U << 16U> bytes_;
    int file_;
    int reason_ = 0;
};

OutputFile::OutputFile(const std::string& path) : name_(path), stream_(nullptr) {
    if (path.empty()) throw Error("\"\"", "names no file", "give its name, or - for standard output");
    int file = STDOUT_FILENO;
    if (path == "-") {
        name_ = "standard output";
    } else {
        std::error_code error;
        target_ = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : fs::path(path);
        if (fs::is_directory(target_, error)) throw Error(path, "is a folder", "name a file in it");
        const bool is_there = fs::exists(target_, error);
        if (is_there && ::access(target_.c_str(), W_OK) != 0) refuse(path, errno);
        // A device or pipe would be lost if a file took its name.
        if (!is_there || fs::is_regular_file(target_, error)) {
            temporary_ = target_;
            temporary_.replace_filename("." + target_.filename().string() + "." + std::to_string(::getpid()) +
                                        ".part");
        }
        const fs::path& opened = temporary_.empty() ? target_ : temporary_;
        file = ::open(opened.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (file < 0) refuse(path, errno);
    }
    buffer_ = std::make_unique<Buffer>(file);
    stream_.rdbuf(buffer_.get());
}

OutputFile::~OutputFile() {
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

void OutputFile::flush() {
    if (const int reason = buffer_->write_all(); reason != 0) refuse(name_, reason);
}

void OutputFile::close() {
    if (const int reason = buffer_->close(); reason != 0) refuse(name_, reason);
    if (temporary_.empty()) return;
    std::error_code error;
    if (const fs::file_status before = fs::status(target_, error); fs::exists(before))
        fs::permissions(temporary_, before.permissions(), error);
    fs::rename(temporary_, target_, error);
    if (error) refuse(name_, error.value());
    temporary_.clear();
}

}  // namespace newsgraph
