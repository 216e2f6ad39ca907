#pragma once

#include <optional>

#include "uvstream/base/deadline.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_wait.h"
#include "uvstream/stream/use/exchange.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// A read or a write of a stream whose TLS is active, between its tries: how it waits, and within which time. Lives on
// the C stack of the operation. All waits together take at most the stream's timeout, from the first one on.
class TlsOperation {
  public:
    // `what` is Read or Write. `its` is the stream's. Other strands may run meanwhile, if it is their turn.
    TlsOperation(php_stream* stream, Descriptor& its, TlsWait::For what);

    // False where its wait in line ended otherwise: it fails.
    bool may_begin() const { return exchange_.may_begin(); }

    // The read or write is the script's own, and not the rest of an earlier one. Others may run first. False where the
    // stream is closed, or the strand itself has ended: it fails.
    bool begin();

    // Meanwhile another strand has switched TLS off. Asked after each wait.
    bool is_tls_off() const;

    // Before the first try: waits until the descriptor is ready. False where that ended otherwise: the operation fails.
    bool wait_first();

    // After a try in vain. Nothing: try again. Otherwise the operation is over and returns this: -1 where its time is
    // over or its wait was cancelled; 0 where it may not wait, and the stream remembers what to come back for.
    std::optional<ssize_t> after_vain_try(bool may_wait);

  private:
    bool fail(int error);

    php_stream* stream_;
    Descriptor& its_;
    TlsMemory& tls_;
    const bool reads_;
    base::LazyDeadline deadline_;
    const Exchange exchange_;
    const Waits waits_;
    TlsWait wait_;
};

} // namespace uvstream::stream
