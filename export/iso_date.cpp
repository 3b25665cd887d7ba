#include "export/iso_date.hpp"

#include <chrono>
#include <cstddef>

namespace newsgraph {

bool is_iso_date(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [text](std::size_t at, std::size_t size) {
        unsigned value = 0;
        for (const char c : text.substr(at, size)) {
            if (c < '0' || c > '9') return 0u;
            value = value * 10 + static_cast<unsigned>(c - '0');
        }
        return value;
    };
    const unsigned year = number(0, 4);
    using namespace std::chrono;
    return year > 0 &&
           year_month_day(std::chrono::year(static_cast<int>(year)), month(number(5, 2)), day(number(8, 2)))
               .ok();
}

}  // namespace newsgraph
