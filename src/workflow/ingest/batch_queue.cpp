#include "workflow/ingest/batch_queue.hpp"

namespace focus_billing {

BatchQueue::BatchQueue(Work work) : m_work(std::move(work)), m_thread([this] { run(); }) {}

BatchQueue::~BatchQueue() {
    stop(true);
}

void BatchQueue::stop(bool drop) {
    {
        const std::lock_guard lock(m_mutex);
        if (drop)
            m_batches.clear();
        m_closed = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void BatchQueue::run() {
    while (true) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_closed || !m_batches.empty(); });
        if (m_batches.empty())
            return;
        const ChargeBatch batch = std::move(m_batches.front());
        m_batches.pop_front();
        m_changed.notify_all();
        if (m_error)
            continue;
        lock.unlock();
        try {
            m_work(batch);
        } catch (...) {
            lock.lock();
            m_error = std::current_exception();
            m_changed.notify_all();
        }
    }
}

void BatchQueue::push(ChargeBatch&& batch) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_error || m_batches.size() < most_batches; });
    if (m_error)
        std::rethrow_exception(m_error);
    m_batches.push_back(std::move(batch));
    m_changed.notify_all();
}

void BatchQueue::finish() {
    stop(false);
    if (m_error)
        std::rethrow_exception(m_error);
}

}  // namespace focus_billing
