#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "focus_billing/format/csv_reader.hpp"

namespace focus_billing {

/// Processes the blocks of a file with several threads, and passes on the results in file order.
/// Each thread holds one block at a time, so memory does not grow with the file.
template <class MakeWork, class Take>
class BlockPipeline {
public:
    BlockPipeline(CsvReader& reader, MakeWork& make_work, Take& take)
        : m_reader(reader), m_make_work(make_work), m_take(take) {}

    /// Throws the first exception of the reader, `work` or `take`.
    void run(unsigned threads) {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads; ++i)
            others.emplace_back([this] { run_guarded(); });
        run_guarded();
        others.clear();
        if (m_error)
            std::rethrow_exception(m_error);
    }

private:
    void run_guarded() {
        try {
            auto work = m_make_work();
            while (work_on_next_block(work))
                continue;
        } catch (...) {
            stop(std::current_exception());
        }
    }

    template <class Work>
    bool work_on_next_block(Work& work) {
        auto block = m_reader.next_block();
        if (!block)
            return false;
        auto result = work(*block);
        std::unique_lock lock(m_mutex);
        m_turn.wait(lock, [&] { return m_error || m_next == block->number(); });
        if (m_error)
            return false;
        m_take(std::move(result));
        ++m_next;
        m_turn.notify_all();
        return true;
    }

    void stop(std::exception_ptr error) {
        const std::lock_guard lock(m_mutex);
        if (!m_error)
            m_error = std::move(error);
        m_turn.notify_all();
    }

    CsvReader& m_reader;
    MakeWork& m_make_work;
    Take& m_take;
    std::mutex m_mutex;
    std::condition_variable m_turn;
    std::uint64_t m_next = 0;
    std::exception_ptr m_error;
};

/// Calls `work(CsvBlock&)` for every block in `threads` threads at once, and `take(result)` for
/// each result in file order, one at a time. `make_work()` makes the `work` of one thread.
template <class MakeWork, class Take>
void read_blocks(CsvReader& reader, unsigned threads, MakeWork make_work, Take take) {
    BlockPipeline<MakeWork, Take>(reader, make_work, take).run(threads);
}

}  // namespace focus_billing
