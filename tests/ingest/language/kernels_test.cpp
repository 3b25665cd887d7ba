#include "ingest/language/kernels/kernels.hpp"

#include <catch2/catch.hpp>
#include <cmath>
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
        for (const std::size_t pairs : {1U, 7U, 114U}) {
            const std::size_t panels = 2;
            const std::size_t columns = panels * panel;
            CAPTURE(rows, pairs);
            std::vector<std::int16_t> a(rows * pairs * 2);
            for (std::int16_t& value : a) value = static_cast<std::int16_t>(random() % 65535 - 32767);
            Aligned<std::int16_t> packed(columns * pairs * 2);
            for (std::size_t i = 0; i < columns * pairs * 2; ++i) {
                packed.data()[i] = static_cast<std::int16_t>(static_cast<int>(random() % 255) - 127);
            }
            const std::vector<float> scale = floats(random, columns, 1);
            const std::vector<float> bias = floats(random, columns, 10);
            const auto multiply = [&](const Kernels& kernels) {
                std::vector<float> out(rows * columns);
                kernels.multiply({a.data(), rows, pairs * 2, packed.data(), pairs, panels, scale.data(),
                                  bias.data(), out.data(), columns});
                return out;
            };
            const std::vector<float> expected = multiply(kernels::baseline);
            for (std::size_t r = 0; r < rows; ++r) {
                for (const std::size_t n : {std::size_t{0}, std::size_t{63}, std::size_t{64}, columns - 1}) {
                    std::int64_t sum = 0;
                    for (std::size_t k = 0; k < 2 * pairs; ++k) {
                        const std::size_t place =
                            ((n / panel * pairs + k / 2) * panel + n % panel) * 2 + k % 2;
                        sum += std::int64_t{a[r * pairs * 2 + k]} * packed.data()[place];
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
        std::vector<std::int16_t> quantised(rows * size);
        std::vector<float> state(size / 2);
        kernels.recur(
            {gates.data(), 3 * size, x.data(), quantised.data(), rows, size, 1000.0F, state.data()});
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
        std::vector<std::int16_t> out(3 * size);
        std::vector<float> sum = a;
        kernels.add_row(sum.data(), row.data(), 0.37F, size);
        kernels.quantise(sum.data(), out.data(), size, 700.0F, 32767.0F);
        kernels.quantise_positive(a.data(), out.data() + size, size, 90.0F, 4095.0F);
        kernels.quantise_positive_sum(a.data(), b.data(), out.data() + 2 * size, size, 311.0F, 32767.0F);
        return out;
    };
    const std::vector<std::int16_t> expected = all(kernels::baseline);
    CHECK(*std::max_element(expected.begin() + size, expected.begin() + 2 * size) == 4095);
    CHECK(*std::min_element(expected.begin() + size, expected.end()) == 0);
    for (const Kernels* kernels : others()) {
        CAPTURE(kernels->name);
        CHECK(all(*kernels) == expected);
    }
}
