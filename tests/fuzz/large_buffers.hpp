#pragma once

#include <sys/mman.h>

#include <cstdlib>
#include <new>
#include <vector>

/// Replaces the arrays of a fuzz target. The address sanitizer marks all of the 48 MiB that each
/// CsvBlock asks for, twice, which leaves a few runs a second. Arrays of that size come here from
/// a store of buffers between inaccessible pages, and all others from the sanitizer's malloc.

namespace focus_billing {

class LargeBuffers {
public:
    static constexpr std::size_t size = std::size_t{48} << 20U;

    static void* take() {
        if (spare().empty())
            return map();
        void* buffer = spare().back();
        spare().pop_back();
        return buffer;
    }
    /// False if `buffer` came from elsewhere.
    static bool give_back(void* buffer) {
        for (const void* known : all()) {
            if (known != buffer)
                continue;
            spare().push_back(buffer);
            return true;
        }
        return false;
    }

private:
    static constexpr std::size_t guard = 4096;

    static std::vector<void*>& all() {
        static auto* buffers = new std::vector<void*>;
        return *buffers;
    }
    static std::vector<void*>& spare() {
        static auto* buffers = new std::vector<void*>;
        return *buffers;
    }
    static void* map() {
        void* pages = mmap(nullptr, size + 2 * guard, PROT_NONE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        void* buffer = static_cast<char*>(pages) + guard;
        if (pages == MAP_FAILED || mprotect(buffer, size, PROT_READ | PROT_WRITE) != 0) {
            std::abort();
        }
        all().push_back(buffer);
        return buffer;
    }
};

}  // namespace focus_billing

void* operator new[](std::size_t size) {
    if (size == focus_billing::LargeBuffers::size)
        return focus_billing::LargeBuffers::take();
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete[](void* memory) noexcept {
    if (!focus_billing::LargeBuffers::give_back(memory))
        std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    operator delete[](memory);
}
