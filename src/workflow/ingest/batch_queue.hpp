#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

#include "focus_billing/model/charges/charge_batch.hpp"

namespace focus_billing {

/// Hands batches to a thread of its own, which works on them in turn. At most `most_batches` wait,
/// so memory stays bounded.
class BatchQueue {
public:
    using Work = std::function<void(const ChargeBatch&)>;

    explicit BatchQueue(Work work);
    BatchQueue(const BatchQueue&) = delete;
    BatchQueue& operator=(const BatchQueue&) = delete;
    /// Drops what waits.
    ~BatchQueue();

    /// Waits for room. Throws what the work threw.
    void push(ChargeBatch&& batch);
    /// Waits until all is done. Throws what the work threw.
    void finish();

private:
    static constexpr std::size_t most_batches = 4;

    void run();
    void stop(bool drop);

    Work m_work;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<ChargeBatch> m_batches;
    std::exception_ptr m_error;
    bool m_closed = false;
    std::thread m_thread;
};

}  // namespace focus_billing
