#pragma once
// The exponential function, the same on every machine.

namespace newsgraph {

/// e^x for x <= 0, by powers of two and a polynomial, so that every machine gets the same bits.
inline float exponential(float x) {
    if (x < -80.0F) return 0.0F;
    const float scaled = x * 1.44269504F;
    const int whole = static_cast<int>(scaled - 0.5F);
    const float rest = (scaled - static_cast<float>(whole)) * 0.693147181F;
    float value = 1.0F + rest * (1.0F + rest * (0.5F + rest * (0.166666667F + rest * 0.0416666667F)));
    for (int i = 0; i > whole; --i) value *= 0.5F;
    return value;
}

}  // namespace newsgraph
