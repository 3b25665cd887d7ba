// Kernels for any machine.

#include <initializer_list>

#include "ingest/language/kernels/kernels.hpp"

namespace newsgraph::kernels {

namespace {

struct Vector {
    static constexpr int lanes = 8;
    static constexpr int columns = 1;
    static constexpr int rows = 2;
    std::int32_t values[lanes];

    static Vector load(const std::int32_t* from) { return copy(from); }
    // As operands: four bytes in each value.
    static Vector load(const std::int8_t* from) { return copy(from); }
    static Vector quad(const std::uint8_t* from) {
        std::int32_t four = 0;
        __builtin_memcpy(&four, from, sizeof four);
        Vector v;
        for (std::int32_t& value : v.values) value = four;
        return v;
    }
    void add_products(const Vector& a, const Vector& b) {
        std::uint8_t x[4 * lanes];
        std::int8_t y[4 * lanes];
        __builtin_memcpy(x, a.values, sizeof x);
        __builtin_memcpy(y, b.values, sizeof y);
        for (int i = 0; i < 4 * lanes; ++i) values[i / 4] += x[i] * y[i];
    }
    static Vector copy(const void* from) {
        Vector v;
        __builtin_memcpy(v.values, from, sizeof v.values);
        return v;
    }
    void store(const float* scale, const float* bias, float* out) const {
        for (int i = 0; i < lanes; ++i) out[i] = static_cast<float>(values[i]) * scale[i] + bias[i];
    }
};

}  // namespace

}  // namespace newsgraph::kernels

#include "ingest/language/kernels/kernels_body.inc"

namespace newsgraph::kernels {

const Kernels baseline = {"baseline",           multiply, recur, add_row, quantise, quantise_positive,
                          quantise_positive_sum};

bool runs_here(const Kernels& kernels) noexcept {
#ifdef NEWSGRAPH_X86_KERNELS
    if (&kernels == &avx2) return __builtin_cpu_supports("avx2");
    const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    if (&kernels == &avx512) return wide;
    if (&kernels == &avx512_vnni) return wide && __builtin_cpu_supports("avx512vnni");
#endif
    return &kernels == &baseline;
}

const Kernels& best() noexcept {
#ifdef NEWSGRAPH_X86_KERNELS
    for (const Kernels* kernels : {&avx512_vnni, &avx512, &avx2}) {
        if (runs_here(*kernels)) return *kernels;
    }
#endif
    return baseline;
}

}  // namespace newsgraph::kernels
