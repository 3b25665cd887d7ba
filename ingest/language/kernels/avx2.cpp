// Kernels for x86-64 with AVX2 (since 2013): 32 products in two instructions.

#include <immintrin.h>

#include "ingest/language/kernels/kernels.hpp"

namespace newsgraph::kernels {

namespace {

struct Vector {
    static constexpr int lanes = 8;
    static constexpr int columns = 2;
    static constexpr int rows = 5;  // ten sums, two weights, one, bytes and products: 15 of 16 registers
    __m256i value;

    static Vector load(const std::int32_t* from) {
        return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))};
    }
    static Vector load(const std::int8_t* from) {
        return {_mm256_load_si256(reinterpret_cast<const __m256i*>(from))};
    }
    static Vector quad(const std::uint8_t* from) {
        std::int32_t four = 0;
        __builtin_memcpy(&four, from, sizeof four);
        return {_mm256_set1_epi32(four)};
    }
    void add_products(Vector a, Vector b) {
        // Said as instructions: from the intrinsics, g++ 12 keeps sums on the stack.
        __m256i products;
        __asm__("vpmaddubsw %3, %2, %1\n\tvpmaddwd %4, %1, %1\n\tvpaddd %1, %0, %0"
                : "+x"(value), "=&x"(products)
                : "x"(a.value), "x"(b.value), "x"(_mm256_set1_epi16(1)));
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
