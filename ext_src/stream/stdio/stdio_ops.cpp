#include "uvstream/stream/stdio/stdio_ops.h"

#include <sys/stat.h>
#include <unistd.h>

#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/stdio/stdio_read_write.h"
#include "uvstream/stream/timeout.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/zend/compat.h"

namespace uvstream::stream {

namespace {

// As it was. Written at module start-up, before any thread.
php_stream_ops stock;

using Kind = StdioMemory::Kind;

Kind kind_of(int fd) {
    struct stat its = {};
    if (fstat(fd, &its) != 0) return Kind::Blocks;
    const bool parks = S_ISFIFO(its.st_mode) || S_ISSOCK(its.st_mode) || (S_ISCHR(its.st_mode) && isatty(fd) != 0);
    return parks ? Kind::Parks : Kind::Blocks;
}

StdioMemory* parking_memory_of(const php_stream* stream) {
    const int fd = fd_of_stdio(stream);
    return fd >= 0 ? parking_memory(fd) : nullptr;
}

// (Alone it blocks in the system call, but for a time limit.)
ssize_t stdio_read(php_stream* stream, char* buffer, size_t count) {
    State& its = state();
    const bool may_block = its.scheduler.may_block();
    if (may_block && !its.has_pipe_timeouts) return stock.read(stream, buffer, count);
    const StdioMemory* const memory = parking_memory_of(stream);
    const bool is_left_to_php = memory == nullptr || (may_block && memory->timeout_us < 0);
    return is_left_to_php ? stock.read(stream, buffer, count) : read_stdio(stock, stream, buffer, count);
}

ssize_t stdio_write(php_stream* stream, const char* buffer, size_t count) {
    return parks_as_stdio(stream) ? write_stdio(stock, stream, buffer, count) : stock.write(stream, buffer, count);
}

int stdio_close(php_stream* stream, int close_handle) {
    await_other_users(stream);
    forget_use(stream);
    if (const int fd = fd_of_stdio(stream); fd >= 0) closing(fd);
    return stock.close(stream, close_handle);
}

int stdio_cast(php_stream* stream, int cast_as, void** result) {
    // A copy between descriptors, by the kernel, would wait in place.
    if (zend::is_for_copy(cast_as) && parks_as_stdio(stream)) return FAILURE;
    const int cast = stock.cast(stream, cast_as, result);
    // From now on C's stdio reads it, into a buffer that nobody can look into.
    const bool is_c_stdios = cast == SUCCESS && cast_as == PHP_STREAM_AS_STDIO && result != nullptr;
    if (const int fd = is_c_stdios ? fd_of_stdio(stream) : -1; fd >= 0) descriptor(fd).stdio.kind = Kind::Blocks;
    return cast;
}

int set_timeout(php_stream* stream, const timeval* timeout) {
    StdioMemory* const its = parking_memory_of(stream);
    if (its == nullptr) return PHP_STREAM_OPTION_RETURN_NOTIMPL;
    its->timeout_us = timeout_us(timeout);
    state().has_pipe_timeouts = true;
    return PHP_STREAM_OPTION_RETURN_OK;
}

int add_meta_data(php_stream* stream, zval* meta_data) {
    const int result = stock.set_option(stream, PHP_STREAM_OPTION_META_DATA_API, 0, meta_data);
    const StdioMemory* const its = state().has_pipe_timeouts ? parking_memory_of(stream) : nullptr;
    if (its != nullptr) add_assoc_bool(meta_data, "timed_out", its->has_timed_out);
    return result;
}

int stdio_set_option(php_stream* stream, int option, int value, void* param) {
    switch (option) {
    case PHP_STREAM_OPTION_READ_TIMEOUT: return set_timeout(stream, static_cast<const timeval*>(param));
    case PHP_STREAM_OPTION_META_DATA_API: return add_meta_data(stream, static_cast<zval*>(param));
    default: return stock.set_option(stream, option, value, param);
    }
}

template <class Slot> void give_back(Slot& slot, Slot ours, Slot previous) {
    if (slot == ours) slot = previous;
}

} // namespace

void take_over_stdio() {
    stock = php_stream_stdio_ops;
    php_stream_stdio_ops.read = stdio_read;
    php_stream_stdio_ops.write = stdio_write;
    php_stream_stdio_ops.close = stdio_close;
    php_stream_stdio_ops.cast = stdio_cast;
    php_stream_stdio_ops.set_option = stdio_set_option;
}

void give_back_stdio() {
    give_back(php_stream_stdio_ops.read, stdio_read, stock.read);
    give_back(php_stream_stdio_ops.write, stdio_write, stock.write);
    give_back(php_stream_stdio_ops.close, stdio_close, stock.close);
    give_back(php_stream_stdio_ops.cast, stdio_cast, stock.cast);
    give_back(php_stream_stdio_ops.set_option, stdio_set_option, stock.set_option);
}

bool is_stdio(const php_stream* stream) { return stream->ops->close == stdio_close; }

bool parks_as_stdio(const php_stream* stream) {
    return !state().scheduler.may_block() && parking_memory_of(stream) != nullptr;
}

StdioMemory* parking_memory(int fd) {
    StdioMemory& its = descriptor(fd).stdio;
    if (its.kind == Kind::Unknown) its.kind = kind_of(fd);
    return its.kind == Kind::Parks ? &its : nullptr;
}

int fd_of_stdio(const php_stream* stream) {
    php_socket_t fd = -1;
    auto* const result = reinterpret_cast<void**>(&fd);
    const int cast = stock.cast(const_cast<php_stream*>(stream), PHP_STREAM_AS_FD_FOR_SELECT, result);
    return cast == SUCCESS ? static_cast<int>(fd) : -1;
}

void leave_to_php(php_stream* stream) { stream->ops = &stock; }

} // namespace uvstream::stream
