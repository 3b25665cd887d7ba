// Kernels for x86-64 with AVX2 (since 2013): 16 products an instruction.

#include <immintrin.h>

#include "ingest/language/kernels/kernels.hpp"

namespace newsgraph::kernels {

namespace {

struct Vector {
    static constexpr int lanes = 8;
    static constexpr int columns = 2;
    static constexpr int rows = 6;
    __m256i value;

    static Vector zero() { return {_mm256_setzero_si256()}; }
    static Vector load(const std::int16_t* from) {
        return {_mm256_load_si256(reinterpret_cast<const __m256i*>(from))};
    }
    static Vector pair(const std::int16_t* from) {
        std::int32_t both = 0;
        __builtin_memcpy(&both, from, sizeof both);
        return {_mm256_set1_epi32(both)};
    }
    void add_products(Vector a, Vector b) {
        // Said as instructions: from the intrinsics, g++ 12 keeps eight of twelve sums on the stack.
        __m256i products;
        __asm__("vpmaddwd %3, %2, %1\n\tvpaddd %1, %0, %0"
                : "+x"(value), "=&x"(products)
                : "x"(a.value), "x"(b.value));
    }
    void store(const float* scale, const float* bias, float* out) const {
        const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(value), _mm256_loadu_ps(scale));
        _mm256_storeu_ps(out, _mm256_add_ps(scaled, _mm256_loadu_ps(bias)));
    }
};

}  // namespace

}  // namespace newsgraph::kernels

#include "ingest/language/kernels/kernels_body.inc"

namespace newsgraph::kernels {

const Kernels avx2 = {"avx2", multiply, recur, add_row, quantise, quantise_positive, quantise_positive_sum};

}  // namespace newsgraph::kernels
