#pragma once
// From threads that make things to threads that use them, never more of them waiting than there is room for.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace newsgraph {

/// First in, first out; safe from several threads.
template <typename Item>
class BoundedQueue {
  public:
    explicit BoundedQueue(std::size_t room) : room_(room) {}

    /// Waits for room. False, and the item is lost, where the queue is closed.
    bool push(Item item) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return items_.size() < room_ || is_closed_; });
        if (is_closed_) return false;
        items_.push_back(std::move(item));
        changed_.notify_all();
        return true;
    }

    /// Waits for an item; nothing where the queue is closed and empty.
    std::optional<Item> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !items_.empty() || is_closed_; });
        if (items_.empty()) return std::nullopt;
        Item item = std::move(items_.front());
        items_.pop_front();
        changed_.notify_all();
        return item;
    }

    /// No more items come; those that wait can still be taken.
    void close() {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        changed_.notify_all();
    }

    /// No more items are wanted.
    void abandon() {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        items_.clear();
        changed_.notify_all();
    }

  private:
    const std::size_t room_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Item> items_;
    bool is_closed_ = false;
};

}  // namespace newsgraph
