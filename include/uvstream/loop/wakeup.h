#pragma once

namespace uvstream::loop {

// Whoever waits, as the loop sees it: an event wakes it and does nothing else to it. A libuv callback never enters
// Zend, never switches and never runs the loop.
class Wakeup {
  public:
    // Has it look again at what it waits for. Once too often does no harm.
    virtual void wake() = 0;

    Wakeup(const Wakeup&) = delete;
    Wakeup& operator=(const Wakeup&) = delete;

  protected:
    Wakeup() = default;
    ~Wakeup() = default;
};

} // namespace uvstream::loop
