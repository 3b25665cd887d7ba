// Kernels for x86-64 with AVX-512 and VNNI: 64 products an instruction, added at once.

#include <immintrin.h>

#include "ingest/language/kernels/kernels.hpp"

namespace newsgraph::kernels {

namespace {

struct Vector {
    static constexpr int lanes = 16;
    static constexpr int columns = 4;
    static constexpr int rows = 6;
    __m512i value;

    static Vector load(const std::int32_t* from) { return {_mm512_loadu_si512(from)}; }
    static Vector load(const std::int8_t* from) { return {_mm512_load_si512(from)}; }
    static Vector quad(const std::uint8_t* from) {
        std::int32_t four = 0;
        __builtin_memcpy(&four, from, sizeof four);
        return {_mm512_set1_epi32(four)};
    }
    // Not _mm512_dpbusd_epi32: g++ 12 then moves each sum to another register and back, which halves the
    // speed.
    void add_products(Vector a, Vector b) {
        __asm__("vpdpbusd %2, %1, %0" : "+v"(value) : "v"(a.value), "v"(b.value));
    }
    void store(const float* scale, const float* bias, float* out) const {
        const __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(value), _mm512_loadu_ps(scale));
        _mm512_storeu_ps(out, _mm512_add_ps(scaled, _mm512_loadu_ps(bias)));
    }
};

}  // namespace

}  // namespace newsgraph::kernels

#include "ingest/language/kernels/kernels_body.inc"

namespace newsgraph::kernels {

const Kernels avx512_vnni = {"avx512_vnni",        multiply, recur, add_row, quantise, quantise_positive,
                             quantise_positive_sum};

}  // namespace newsgraph::kernels
