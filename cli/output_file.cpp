#include "cli/output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <system_error>

#include "graph/error.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
    return error != 0 ? ": " + std::generic_category().message(error) : ": is the disk full?";
}

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw Error(name, "can't be written" + why, "choose a place that is writable and has room");
}

}  // namespace

void finish_standard_output() {
    errno = 0;
    std::cout.flush();
    if (!std::cout) refuse("standard output", reason(errno));
}

OutputFile::OutputFile(const std::string& path) : name_(path) {
    if (path == "-") return;
    std::error_code error;
    target_ = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : fs::path(path);
    if (fs::is_directory(target_, error)) throw Error(path, "is a folder", "name a file in it");
    if (fs::exists(target_, error) && ::access(target_.c_str(), W_OK) != 0) refuse(path, reason(errno));
    fs::path opened = target_;
    if (const fs::file_status status = fs::status(target_, error);
        !fs::exists(status) || fs::is_regular_file(status)) {
        temporary_ = target_;
        temporary_.replace_filename("." + target_.filename().string() + "." + std::to_string(::getpid()) +
                                    ".part");
        opened = temporary_;
    }
    errno = 0;
    file_.open(opened, std::ios::binary | std::ios::trunc);
    if (!file_) {
        const int problem = errno;
        temporary_.clear();
        refuse(name_, reason(problem));
    }
}

OutputFile::~OutputFile() {
    if (temporary_.empty()) return;
    file_.close();
    std::error_code ignored;
    fs::remove(temporary_, ignored);
}

std::ostream& OutputFile::stream() { return target_.empty() ? std::cout : file_; }

void OutputFile::close() {
    if (target_.empty()) return finish_standard_output();
    errno = 0;
    file_.close();
    if (!file_) refuse(name_, reason(errno));
    if (temporary_.empty()) return;
    std::error_code error;
    if (const fs::file_status before = fs::status(target_, error); fs::exists(before))
        fs::permissions(temporary_, before.permissions(), error);
    fs::rename(temporary_, target_, error);
    if (error) refuse(name_, ": " + error.message());
    temporary_.clear();
}

}  // namespace newsgraph
