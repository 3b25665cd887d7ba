// The kernels' text, compiled once for each instruction set by the .cpp files beside it, which first define
// `Vector`: 32-bit whole numbers with the products of pairs. Standard headers stay out, lest an inline
// function of theirs be compiled for a machine that is not there.

namespace newsgraph::kernels {

namespace {

// Lambert's continued fraction for tanh, seven terms deep: off by less than 0.0002 everywhere.
inline float bounded_tanh(float x) {
    x = x < -4.97f ? -4.97f : x;
    x = x > 4.97f ? 4.97f : x;
    const float s = x * x;
    const float above = x * (135135.0f + s * (17325.0f + s * (378.0f + s)));
    const float below = 135135.0f + s * (62370.0f + s * (3150.0f + s * 28.0f));
    return above / below;
}

inline float sigmoid(float x) { return 0.5f * bounded_tanh(0.5f * x) + 0.5f; }

inline std::int16_t rounded(float value, float limit) {
    value = value < -limit ? -limit : value;
    value = value > limit ? limit : value;
    return static_cast<std::int16_t>(static_cast<std::int32_t>(value + (value < 0.0f ? -0.5f : 0.5f)));
}

template <int rows>
void multiply_rows(const Product& p, const std::int16_t* a, std::size_t column, float* out) {
    constexpr int columns = Vector::columns;
    const std::int16_t* w = p.packed + (column / panel) * p.pairs * 2 * panel + (column % panel) * 2;
    Vector sums[rows][columns];
#pragma GCC unroll 8
    for (int r = 0; r < rows; ++r) {
#pragma GCC unroll 8
        for (int c = 0; c < columns; ++c) sums[r][c] = Vector::zero();
    }
    for (std::size_t k = 0; k < p.pairs; ++k, w += 2 * panel) {
        Vector weights[columns];
#pragma GCC unroll 8
        for (int c = 0; c < columns; ++c) weights[c] = Vector::load(w + c * 2 * Vector::lanes);
#pragma GCC unroll 8
        for (int r = 0; r < rows; ++r) {
            const Vector pair = Vector::pair(a + r * p.a_stride + 2 * k);
#pragma GCC unroll 8
            for (int c = 0; c < columns; ++c) sums[r][c].add_products(pair, weights[c]);
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < rows; ++r) {
#pragma GCC unroll 8
        for (int c = 0; c < columns; ++c) {
            const std::size_t n = column + c * Vector::lanes;
            sums[r][c].store(p.scale + n, p.bias + n, out + r * p.out_stride + n);
        }
    }
}

void multiply(const Product& p) {
    constexpr std::size_t together = Vector::rows;
    for (std::size_t column = 0; column < p.panels * panel; column += Vector::lanes * Vector::columns) {
        std::size_t row = 0;
        for (; row + together <= p.rows; row += together) {
            multiply_rows<Vector::rows>(p, p.a + row * p.a_stride, column, p.out + row * p.out_stride);
        }
        for (; row < p.rows; ++row) {
            multiply_rows<1>(p, p.a + row * p.a_stride, column, p.out + row * p.out_stride);
        }
    }
}

inline void recur_step(const float* __restrict gates, float* __restrict x, std::int16_t* __restrict quantised,
                       float* __restrict state, std::size_t size, std::size_t half, float units) {
    for (std::size_t i = 0; i < half; ++i) {
        const float forget = sigmoid(gates[size + i]);
        const float reset = sigmoid(gates[2 * size + i]);
        const float next = forget * state[i] + (1.0f - forget) * gates[i];
        state[i] = next;
        const float y = reset * bounded_tanh(next) + (1.0f - reset) * x[i];
        x[i] = y;
        quantised[i] = rounded(y * units, 32767.0f);
    }
}

void recur(const Recurrence& r) {
    const std::size_t half = r.size / 2;
    for (std::size_t i = 0; i < half; ++i) r.state[i] = 0.0f;
    for (std::size_t t = 0; t < r.rows; ++t) {
        recur_step(r.gates + t * r.gates_stride, r.x + t * r.size, r.quantised + t * r.size, r.state, r.size,
                   half, r.units);
    }
    for (std::size_t i = 0; i < half; ++i) r.state[i] = 0.0f;
    for (std::size_t t = r.rows; t-- > 0;) {
        recur_step(r.gates + t * r.gates_stride + half, r.x + t * r.size + half,
                   r.quantised + t * r.size + half, r.state, r.size, half, r.units);
    }
}

void add_row(float* __restrict sum, const std::int8_t* __restrict row, float scale, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) sum[i] += scale * static_cast<float>(row[i]);
}

void quantise(const float* __restrict in, std::int16_t* __restrict out, std::size_t size, float units,
              float limit) {
    for (std::size_t i = 0; i < size; ++i) out[i] = rounded(in[i] * units, limit);
}

void quantise_positive(const float* __restrict in, std::int16_t* __restrict out, std::size_t size,
                       float units, float limit) {
    for (std::size_t i = 0; i < size; ++i) {
        const float value = in[i] > 0.0f ? in[i] : 0.0f;
        out[i] = rounded(value * units, limit);
    }
}

void quantise_positive_sum(const float* __restrict a, const float* __restrict b, std::int16_t* __restrict out,
                           std::size_t size, float units, float limit) {
    for (std::size_t i = 0; i < size; ++i) {
        const float sum = a[i] + b[i];
        const float value = sum > 0.0f ? sum : 0.0f;
        out[i] = rounded(value * units, limit);
    }
}

}  // namespace

}  // namespace newsgraph::kernels
