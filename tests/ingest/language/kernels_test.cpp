#include "ingest/language/kernels/kernels.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace newsgraph;
using kernels::Kernels;
using kernels::panel;

namespace {

std::vector<const Kernels*> others() {
    std::vector<const Kernels*> found;
#if defined(__x86_64__)
    for (const Kernels* kernels : {&kernels::avx2, &kernels::avx512, &kernels::avx512_vnni}) {
        if (kernels::runs_here(*kernels)) found.push_back(kernels);
    }
#endif
    return found;
}

/// Values that start at a cache line, as the kernels want them.
template <typename Value>
class Aligned {
  public:
    explicit Aligned(std::size_t size) : memory_(size + 64 / sizeof(Value)) {
        const auto address = reinterpret_cast<std::uintptr_t>(memory_.data());
        first_ = (64 - address % 64) % 64 / sizeof(Value);
    }
    Value* data() { return memory_.data() + first_; }

  private:
    std::vector<Value> memory_;
    std::size_t first_ = 0;
};

std::vector<float> floats(std::mt19937& random, std::size_t size, int range) {
    std::vector<float> values(size);
    for (float& value : values) {
        value =
            static_cast<float>(static_cast<int>(random() % 2001) - 1000) * 0.001F * static_cast<float>(range);
    }
    return values;
}

}  // namespace

TEST_CASE("all kernels multiply to the same bits, and to the right numbers", "[language][kernels]") {
    std::mt19937 random(1);
    for (const std::size_t rows : {1U, 5U, 6U, 13U}) {
        for (const std::size_t quads : {1U, 7U, 57U}) {
            const std::size_t panels = 2;
            const std::size_t columns = panels * panel;
            CAPTURE(rows, quads);
            // Bytes and weights at both ends of what they may be, too: no sum on the way may be cut.
            std::vector<std::uint8_t> a(rows * quads * 4);
            for (std::uint8_t& value : a)
                value = static_cast<std::uint8_t>(
                    std::min<std::uint32_t>(static_cast<std::uint32_t>(random() % 320), 255U));
            Aligned<std::int8_t> packed(columns * quads * 4);
            for (std::size_t i = 0; i < columns * quads * 4; ++i) {
                packed.data()[i] = static_cast<std::int8_t>(std::clamp(
                    static_cast<int>(random() % 200) - 100, -kernels::max_weight, kernels::max_weight));
            }
            std::vector<std::int32_t> offset(columns);
            for (std::int32_t& value : offset) value = static_cast<std::int32_t>(random() % 2000) - 1000;
            const std::vector<float> scale = floats(random, columns, 1);
            const std::vector<float> bias = floats(random, columns, 10);
            const auto multiply = [&](const Kernels& kernels) {
                std::vector<float> out(rows * columns);
                kernels.multiply({a.data(), rows, quads * 4, packed.data(), quads, panels, offset.data(),
                                  scale.data(), bias.data(), out.data(), columns});
                return out;
            };
            const std::vector<float> expected = multiply(kernels::baseline);
            for (std::size_t r = 0; r < rows; ++r) {
                for (const std::size_t n : {std::size_t{0}, std::size_t{63}, std::size_t{64}, columns - 1}) {
                    std::int64_t sum = offset[n];
                    for (std::size_t k = 0; k < 4 * quads; ++k) {
                        const std::size_t place =
                            ((n / panel * quads + k / 4) * panel + n % panel) * 4 + k % 4;
                        sum += std::int64_t{a[r * quads * 4 + k]} * packed.data()[place];
                    }
                    REQUIRE(expected[r * columns + n] == static_cast<float>(sum) * scale[n] + bias[n]);
                }
            }
            for (const Kernels* kernels : others()) {
                CAPTURE(kernels->name);
                CHECK(multiply(*kernels) == expected);
            }
        }
    }
}

TEST_CASE("all kernels run the recurrence to the same bits", "[language][kernels]") {
    std::mt19937 random(2);
    const std::size_t rows = 37;
    const std::size_t size = 86;  // no multiple of any vector's length
    const std::vector<float> gates = floats(random, rows * 3 * size, 8);
    const std::vector<float> input = floats(random, rows * size, 3);
    const auto recur = [&](const Kernels& kernels) {
        std::vector<float> x = input;
        std::vector<std::uint8_t> quantised(rows * size);
        std::vector<float> state(size / 2);
        kernels.recur({gates.data(), 3 * size, x.data(), quantised.data(), rows, size, 30.0F, state.data()});
        return std::pair(x, quantised);
    };
    const auto expected = recur(kernels::baseline);
    for (const Kernels* kernels : others()) {
        CAPTURE(kernels->name);
        CHECK(recur(*kernels) == expected);
    }

    // The first unit reads forwards, the last backwards.
    const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
    const auto step = [&](std::size_t t, std::size_t i, double& state) {
        const double forget = sigmoid(gates[t * 3 * size + size + i]);
        const double reset = sigmoid(gates[t * 3 * size + 2 * size + i]);
        state = forget * state + (1 - forget) * static_cast<double>(gates[t * 3 * size + i]);
        return reset * std::tanh(state) + (1 - reset) * static_cast<double>(input[t * size + i]);
    };
    double state = 0;
    for (std::size_t t = 0; t < rows; ++t) {
        REQUIRE(expected.first[t * size] == Approx(step(t, 0, state)).margin(0.005));
    }
    state = 0;
    for (std::size_t t = rows; t-- > 0;) {
        REQUIRE(expected.first[t * size + size - 1] == Approx(step(t, size - 1, state)).margin(0.005));
    }
}

TEST_CASE("all kernels round to the same whole numbers", "[language][kernels]") {
    std::mt19937 random(3);
    const std::size_t size = 131;
    const std::vector<float> a = floats(random, size, 50);
    const std::vector<float> b = floats(random, size, 50);
    std::vector<std::int8_t> row(size);
    for (std::int8_t& value : row) value = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    const auto all = [&](const Kernels& kernels) {
        std::vector<std::uint8_t> out(3 * size);
        std::vector<float> sum = a;
        kernels.add_row(sum.data(), row.data(), 0.37F, size);
        kernels.quantise(sum.data(), out.data(), size, 5.0F);
        kernels.quantise_positive(a.data(), out.data() + size, size, 4.0F);
        kernels.quantise_positive_sum(a.data(), b.data(), out.data() + 2 * size, size, 1.5F);
        return out;
    };
    const std::vector<std::uint8_t> expected = all(kernels::baseline);
    CHECK(*std::min_element(expected.begin(), expected.begin() + size) == 1);
    CHECK(*std::max_element(expected.begin() + size, expected.begin() + 2 * size) == 255);
    CHECK(*std::min_element(expected.begin() + size, expected.end()) == kernels::zero_point);
    for (const Kernels* kernels : others()) {
        CAPTURE(kernels->name);
        CHECK(all(*kernels) == expected);
    }
}
