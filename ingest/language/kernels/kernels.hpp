#pragma once
// The network's inner loops, for several instruction sets. All give the same bits: the products are sums of
// whole numbers, and what is computed with floats is computed element by element in one order, without fused
// multiply-add (-ffp-contract=off) and without the C library's functions.

#include <cstddef>
#include <cstdint>

namespace newsgraph::kernels {

/// Columns that lie together in a packed matrix; outputs are padded to a multiple.
inline constexpr std::size_t panel = 64;

/// What a quantised 0 is: the bytes 1 to 255 stand for -127 to 127 units.
inline constexpr std::int32_t zero_point = 128;

/// The greatest weight, either way. Two products of a byte and a weight then fit into 16 bits, which the
/// instructions before VNNI add them in.
inline constexpr std::int32_t max_weight = 64;

/// out[r][n] = scale[n] * (offset[n] + sum over k of a[r][k] * matrix[n][k]) + bias[n].
/// `packed` holds for each panel of 64 outputs, for each four inputs, 64 times four neighbouring values, none
/// of them beyond `max_weight`.
struct Product {
    const std::uint8_t* a = nullptr;
    std::size_t rows = 0;
    std::size_t a_stride = 0;             // values from a row to the next; a multiple of four
    const std::int8_t* packed = nullptr;  // 64-byte aligned
    std::size_t quads = 0;                // of inputs
    std::size_t panels = 0;
    const std::int32_t* offset = nullptr;  // for each output, padding included
    const float* scale = nullptr;          // likewise
    const float* bias = nullptr;
    float* out = nullptr;
    std::size_t out_stride = 0;  // at least 64 * panels
};

/// One layer of simple recurrent units over one sentence, in place: `x` holds the layer's input and then its
/// output, `quantised` the output. `gates` is rows x 3 * size: candidates, forget and
/// reset gates. The first half of the units reads forwards, the second backwards.
struct Recurrence {
    const float* gates = nullptr;
    std::size_t gates_stride = 0;
    float* x = nullptr;
    std::uint8_t* quantised = nullptr;
    std::size_t rows = 0;
    std::size_t size = 0;
    float units = 1;         // of the quantised output, in 1
    float* state = nullptr;  // room for size / 2 values
};

struct Kernels {
    const char* name;
    void (*multiply)(const Product&);
    void (*recur)(const Recurrence&);
    /// sum[i] += scale * row[i]
    void (*add_row)(float* sum, const std::int8_t* row, float scale, std::size_t size);
    /// out[i] = zero_point + in[i] * units, rounded, at most 127 from it
    void (*quantise)(const float* in, std::uint8_t* out, std::size_t size, float units);
    /// The same for max(0, in[i])
    void (*quantise_positive)(const float* in, std::uint8_t* out, std::size_t size, float units);
    /// The same for max(0, a[i] + b[i])
    void (*quantise_positive_sum)(const float* a, const float* b, std::uint8_t* out, std::size_t size,
                                  float units);
};

extern const Kernels baseline;
// These three only where the processor is an x86-64.
extern const Kernels avx2;
extern const Kernels avx512;
extern const Kernels avx512_vnni;

/// Whether this machine can run them.
bool runs_here(const Kernels& kernels) noexcept;

/// The fastest that runs on this machine.
const Kernels& best() noexcept;

}  // namespace newsgraph::kernels
