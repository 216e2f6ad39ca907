#include "uvstream/stream/select/selection.h"

#include <algorithm>
#include <cerrno>

#include "uvstream/base/interest.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/tls/lazy_handshake.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/interrupt.h"

namespace uvstream::stream {

using base::Interest;
using sched::Woken;

namespace {

constexpr short kEvents[Selection::kSets] = {POLLIN, POLLOUT, POLLPRI};

SelectionMemory& borrow_memory() {
    std::vector<std::unique_ptr<SelectionMemory>>& all = state().selections;
    auto free = std::find_if(all.begin(), all.end(), [](const auto& memory) { return !memory->is_taken; });
    if (free == all.end()) free = all.insert(all.end(), std::make_unique<SelectionMemory>());
    SelectionMemory& memory = **free;
    memory.is_taken = true;
    memory.interests.clear();
    return memory;
}

bool is_in(const std::vector<uint64_t>& bits, size_t bit) { return (bits[bit / 64] >> (bit % 64) & 1) != 0; }

// Whether what OpenSSL has begun to write waits for room in the socket. (If there is room and it waits all the same, it
// is for bytes of the peer.)
bool lacks_room(const php_stream* stream) {
    const int fd = ops_of(stream).tls == Tls::Active ? static_cast<int>(socket_of(stream)->socket) : -1;
    return fd >= 0 && !tls_memory(fd).taken.empty() && !net::readiness_of(fd).to_write;
}

// Of a socket that has TLS, or is about to. While a handshake lasts, reads and writes alike wait for what it wants. A
// reader of TLS is woken, too, when there is room for what it has written: the peer may wait for it.
short events_of(const php_stream* stream, Selection::Set set) {
    if (set == Selection::Except) return kEvents[set];
    switch (handshake_wants(stream)) {
    case Wants::Read: return POLLIN;
    case Wants::Write: return POLLOUT;
    case Wants::Nothing: break;
    }
    constexpr short kBoth = POLLIN | POLLOUT;
    return set == Selection::Read && lacks_room(stream) ? kBoth : kEvents[set];
}

// The descriptor, or -1 and a warning. User code may close the stream within: a wrapper's stream_cast(), an error
// handler.
int cast(php_stream* stream) {
    php_socket_t fd = -1;
    bool is_cast = false;
    const auto call = [&] {
        is_cast = php_stream_cast(stream, PHP_STREAM_AS_FD_FOR_SELECT | PHP_STREAM_CAST_INTERNAL,
                                  reinterpret_cast<void**>(&fd), 1) == SUCCESS;
    };
    if (is_ours(stream)) {
        call(); // which is guarded where it runs user code
    } else if (!call_guarded(stream, call)) {
        zend::resume_bailout();
    }
    return is_cast ? fd : -1;
}

} // namespace

Selection::Selection(zval* const (&arrays)[kSets], php_stream_context* context)
    : context_(context), memory_(borrow_memory()), descriptors_(state().descriptors), le_stream_(php_file_le_stream()),
      le_pstream_(php_file_le_pstream()) {
    for (int i = 0; i < kSets; ++i) {
        arrays_[i] = arrays[i];
        if (arrays[i] != nullptr) ZVAL_COPY(&held_[i], arrays[i]);
    }
}

Selection::~Selection() {
    memory_.is_taken = false;
    for (int i = 0; i < kSets; ++i) {
        if (arrays_[i] != nullptr) zval_ptr_dtor(&held_[i]);
    }
}

void Selection::collect() {
    for (const Set set : {Read, Write, Except}) {
        if (arrays_[set] != nullptr) collect(set);
        ends_[set] = memory_.interests.size();
    }
}

inline void Selection::collect(Set set, uint32_t position, php_stream* stream) {
    if (!is_ours(stream)) adopt_socket(stream);
    const bool is_our_socket = is_ours(stream) && !php_stream_is_filtered(stream);
    // (TLS may hold bytes that the kernel knows nothing of: a cast brings them into the stream's buffer.)
    const bool needs_cast = !is_our_socket || ops_of(stream).tls == Tls::Active;
    const int fd = needs_cast ? cast_first(stream) : static_cast<int>(socket_of(stream)->socket);
    if (fd >= 0) has_descriptors_ = true;
    // A cast may fill the read buffer: that is how TLS shows what it holds. User code may fill any.
    if (!is_our_socket || stream->writepos > stream->readpos) may_have_buffered_ = true;
    if (fd > highest_) highest_ = fd;
    // (A stream that is no socket of ours may be freed by now: its cast runs user code.)
    const bool has_tls = is_our_socket && fd >= 0 && descriptors_.at(fd).tls != nullptr;
    const short events = has_tls ? events_of(stream, set) : kEvents[set];
    memory_.interests.push_back({fd, events, is_our_socket, position});
}

void Selection::collect(Set set) {
    const uint32_t end = Z_ARRVAL(held_[set])->nNumUsed;
    for (uint32_t position = 0; position < end; ++position) {
        const zval* const element = element_at(set, position);
        php_stream* const stream = Z_ISUNDEF_P(element) ? nullptr : fetch_stream(element);
        if (stream != nullptr) collect(set, position, stream);
    }
}

// Throws where it is none.
php_stream* Selection::fetch_stream(const zval* element) const {
    if (Z_TYPE_P(element) == IS_RESOURCE && Z_RES_P(element)->type == le_stream_) {
        return static_cast<php_stream*>(Z_RES_P(element)->ptr);
    }
    return static_cast<php_stream*>(
        zend_fetch_resource2_ex(const_cast<zval*>(element), "stream", le_stream_, le_pstream_));
}

int Selection::cast_first(php_stream* stream) const {
    if (context_ != nullptr) return cast(stream);
    zend::begin_stream_errors();
    const int fd = cast(stream);
    zend::end_stream_errors(nullptr);
    return fd;
}

// The value behind any reference.
zval* Selection::element_at(Set set, uint32_t position) const {
    const HashTable* const table = Z_ARRVAL(held_[set]);
    zval* element = HT_IS_PACKED(table) ? table->arPacked + position : &table->arData[position].val;
    ZVAL_DEREF(element);
    return element;
}

void Selection::copy_element(HashTable* into, Set set, uint32_t position) const {
    const HashTable* const table = Z_ARRVAL(held_[set]);
    zval* const element = element_at(set, position);
    Z_TRY_ADDREF_P(element);
    zend_string* const key = HT_IS_PACKED(table) ? nullptr : table->arData[position].key;
    if (key != nullptr) {
        zend_hash_update(into, key, element);
    } else {
        zend_hash_index_update(into, HT_IS_PACKED(table) ? position : table->arData[position].h, element);
    }
}

// With null for nothing. What user code has made no array stays what it is.
void Selection::replace(Set set, HashTable* with) {
    zval* const array = arrays_[set];
    if (Z_TYPE_P(array) != IS_ARRAY) {
        if (with != nullptr) zend_array_release(with);
        return;
    }
    zval before;
    ZVAL_COPY_VALUE(&before, array);
    if (with != nullptr) {
        ZVAL_ARR(array, with);
    } else {
        ZVAL_EMPTY_ARRAY(array);
    }
    zval_ptr_dtor(&before);
}

int Selection::keep_buffered() {
    if (!may_have_buffered_) return 0;
    HashTable* ready = nullptr;
    for (size_t i = 0; i < ends_[Read]; ++i) {
        const uint32_t position = memory_.interests[i].tag;
        const php_stream* const stream = fetch_stream(element_at(Read, position));
        if (stream == nullptr || stream->writepos <= stream->readpos) continue;
        if (ready == nullptr) ready = zend_new_array(0);
        copy_element(ready, Read, position);
    }
    if (ready == nullptr) return 0;
    const int count = static_cast<int>(zend_hash_num_elements(ready));
    replace(Read, ready);
    for (const Set other : {Write, Except}) {
        if (arrays_[other] != nullptr) replace(other, nullptr);
    }
    return count;
}

int Selection::wait(base::Deadline deadline) {
    // A signal that came since the last opcode has a handler due: the script is to see it before we sleep, not after.
    sched::Scheduler& scheduler = state().scheduler;
    const bool has_signal = state().has_async_signals && !deadline.is_now() && zend::has_pending_interrupts() &&
                            scheduler.dispatcher().runs_handlers(scheduler.current());
    std::vector<Interest>& interests = memory_.interests;
    const Woken woken = scheduler.select(scheduler.current(), interests.data(), interests.size(),
                                         has_signal ? base::Deadline::now() : deadline);
    if (woken == Woken::Failed) return errno;
    if (woken == Woken::Interrupted || (woken == Woken::TimedOut && has_signal)) return EINTR;
    if (woken != Woken::Ready && woken != Woken::TimedOut) return ECANCELED;
    const bool is_any_closed =
        std::any_of(interests.begin(), interests.end(), [](const Interest& one) { return one.is_closed; });
    return is_any_closed ? EBADF : 0;
}

int Selection::keep_ready() {
    int count = 0;
    if (context_ != nullptr) zend::begin_stream_errors();
    for (const Set set : {Read, Write, Except}) {
        if (arrays_[set] != nullptr) count += keep_ready(set);
    }
    if (context_ != nullptr) zend::end_stream_errors(context_);
    return count;
}

int Selection::keep_ready(Set set) {
    const int count = count_met(set);
    HashTable* ready = nullptr;
    for (size_t i = begin_of(set); i < ends_[set]; ++i) {
        Interest& interest = memory_.interests[i];
        if (interest.is_ours && !interest.is_met) continue;
        interest.is_met = is_left(i, set) && is_ready(interest, set); // from here on: the element stays
        if (!interest.is_met) continue;
        // The next operation comes while the descriptor is ready, so it need not wait first.
        if (interest.is_ours) descriptor(interest.fd).expect_data();
        if (ready == nullptr) ready = zend_new_array(static_cast<uint32_t>(count));
        copy_element(ready, set, interest.tag);
    }
    replace(set, ready);
    return count;
}

int Selection::count_met(Set set) {
    std::vector<uint64_t>& met = memory_.met;
    met.assign(static_cast<size_t>(highest_) / 64 + 1, 0);
    int count = 0;
    for (size_t i = begin_of(set); i < ends_[set]; ++i) {
        if (!memory_.interests[i].is_met) continue;
        const auto fd = static_cast<size_t>(memory_.interests[i].fd);
        if (!is_in(met, fd)) ++count;
        met[fd / 64] |= uint64_t{1} << (fd % 64);
    }
    return count;
}

// The same variable may stand for two sets; then the second finds there what the first has left.
bool Selection::is_left(size_t i, Set set) const {
    for (const Set earlier : {Read, Write}) {
        if (earlier >= set || arrays_[earlier] != arrays_[set]) continue;
        const size_t there = begin_of(earlier) + (i - begin_of(set));
        if (there >= ends_[earlier] || !memory_.interests[there].is_met) return false;
    }
    return true;
}

bool Selection::is_ready(const Interest& interest, Set set) const {
    php_stream* const stream = fetch_stream(element_at(set, interest.tag)); // user code may have closed it
    if (interest.is_ours) return interest.is_met && stream != nullptr;
    // Cast again, as stock does: it warns again, and user code is asked again.
    const int fd = stream != nullptr ? cast(stream) : -1;
    return fd >= 0 && fd <= highest_ && is_in(memory_.met, static_cast<size_t>(fd));
}

} // namespace uvstream::stream
