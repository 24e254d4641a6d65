#pragma once

#include <cstdint>

namespace focus_billing {

/// A stream of pseudo-random integers that is the same on every platform (SplitMix64; Steele, Lea
/// and Flood, "Fast splittable pseudorandom number generators", 2014). Not for secrets.
class RandomSource {
public:
    explicit RandomSource(std::uint64_t seed) : m_state(seed) {}

    /// An independent stream for the item `index` of the stream `seed`.
    static RandomSource for_item(std::uint64_t seed, std::uint64_t index) {
        return RandomSource(RandomSource(seed ^ (index * 0xD1342543DE82EF95U)).next());
    }

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// An integer of [0, bound); `bound` is at least 1 and at most 2^32.
    std::uint64_t below(std::uint64_t bound) { return ((next() >> 32U) * bound) >> 32U; }

private:
    std::uint64_t m_state;
};

}  // namespace focus_billing
