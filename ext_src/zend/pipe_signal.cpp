#include "uvstream/zend/pipe_signal.h"

#include <utility>

namespace uvstream::zend {

thread_local unsigned PipeSignal::depth_ = 0;
thread_local struct sigaction PipeSignal::before_ = {};

int PipeSignal::begin(const struct sigaction* ignored) {
    struct sigaction before;
    if (sigaction(SIGPIPE, ignored, &before) != 0) return -1;
    if (depth_++ == 0) before_ = before;
    return 0;
}

int PipeSignal::end() {
    if (--depth_ > 0) return 0;
    return sigaction(SIGPIPE, &before_, nullptr);
}

void PipeSignal::take() {
    its_depth_ = std::exchange(depth_, 0);
    sigaction(SIGPIPE, &before_, &ignored_);
}

// (The script may have set another handler meanwhile.)
void PipeSignal::put() const {
    depth_ = its_depth_;
    sigaction(SIGPIPE, &ignored_, &before_);
}

} // namespace uvstream::zend
