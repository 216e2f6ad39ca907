#pragma once

namespace uvstream::loop {

// The numbers of standard input, output and error. A script that has closed STDIN gets them for its next descriptors;
// libuv must not, for it aborts the process when it is to close one. While this lives, the free ones are taken.
class LowNumbers {
  public:
    LowNumbers();
    ~LowNumbers();
    LowNumbers(const LowNumbers&) = delete;
    LowNumbers& operator=(const LowNumbers&) = delete;

    static constexpr int kCount = 3;

  private:
    bool is_taken_[kCount] = {};
};

} // namespace uvstream::loop
