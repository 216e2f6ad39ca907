#pragma once

#include <utility>

#include "uvstream/zend/php_api.h"

// What differs between PHP 8.2 and 8.6. The only place that asks for the version.
#if PHP_VERSION_ID < 80200
#error "uvstream needs PHP 8.2 or later"
#endif

namespace uvstream::zend {

// 8.3: a read returns at once what is buffered, and a timeout of 0 means "do not wait" rather than "time out".
#if PHP_VERSION_ID >= 80300
inline bool has_buffered_data(const php_stream* stream) { return stream->has_buffered_data; }
inline bool exchange_has_buffered_data(php_stream* stream, bool has) {
    const bool had = stream->has_buffered_data;
    stream->has_buffered_data = has;
    return had;
}
inline constexpr bool kZeroTimeoutMeansNoWait = true;
#else
inline bool has_buffered_data(const php_stream*) { return false; }
inline bool exchange_has_buffered_data(php_stream*, bool) { return false; }
inline constexpr bool kZeroTimeoutMeansNoWait = false;
#endif

// 8.6: errors on a stream go through the stream-error API, which knows error_mode and error_handler.
#if PHP_VERSION_ID >= 80600
#define UVSTREAM_SEND_NOTICE(stream, ...) php_stream_warn(stream, NetworkSendFailed, __VA_ARGS__)
#define UVSTREAM_SEND_WARNING(stream, error) php_stream_warn(stream, NetworkSendFailed, "%s", error)
#define UVSTREAM_ACCEPT_WARNING(stream, text) php_stream_warn(stream, AcceptFailed, "Accept failed: %s", text)
#define UVSTREAM_STREAM_WARNING(stream, code, text) php_stream_warn(stream, code, "%s", text)
#else
#define UVSTREAM_SEND_NOTICE(stream, ...) php_error_docref(nullptr, E_NOTICE, __VA_ARGS__)
#define UVSTREAM_SEND_WARNING(stream, error) php_error_docref(nullptr, E_WARNING, "%s\n", error)
#define UVSTREAM_ACCEPT_WARNING(stream, text) php_error_docref(nullptr, E_WARNING, "Accept failed: %s", text)
#define UVSTREAM_STREAM_WARNING(stream, code, text) ((void)(stream), php_error_docref(nullptr, E_WARNING, "%s", text))
#endif

// 8.6: such errors are raised when the operation that collects them ends.
#if PHP_VERSION_ID >= 80600
inline constexpr bool kHasStreamErrors = true;
#else
inline constexpr bool kHasStreamErrors = false;
#endif

// The first such error after the mark was made, or null.
class StreamErrorMark {
  public:
#if PHP_VERSION_ID >= 80600
    StreamErrorMark()
        : operation_(FG(stream_error_state).current_operation),
          last_(operation_ != nullptr ? operation_->last_error : nullptr) {}
    const zend_string* next() const {
        if (operation_ == nullptr || operation_ != FG(stream_error_state).current_operation) return nullptr;
        const php_stream_error_entry* const next = last_ != nullptr ? last_->next : operation_->first_error;
        return next != nullptr ? next->message : nullptr;
    }

  private:
    const php_stream_error_operation* operation_;
    const php_stream_error_entry* last_;
#else
    static const zend_string* next() { return nullptr; }
#endif
};

// 8.6: a wrong stream is found while the arguments are parsed, and the message names the argument.
#if PHP_VERSION_ID >= 80600
#define UVSTREAM_PARAM_STREAM(stream, arg) PHP_Z_PARAM_STREAM(stream)
#define UVSTREAM_FETCH_STREAM(stream, arg) (void)arg
#else
#define UVSTREAM_PARAM_STREAM(stream, arg) Z_PARAM_RESOURCE(arg)
#define UVSTREAM_FETCH_STREAM(stream, arg) php_stream_from_zval(stream, arg)
#endif

// 8.6: stream_socket_get_crypto_status() says what a TLS operation waits for.
#if PHP_VERSION_ID < 80600
#define STREAM_CRYPTO_STATUS_NONE 0
#define STREAM_CRYPTO_STATUS_WANT_READ 1
#define STREAM_CRYPTO_STATUS_WANT_WRITE 2
#endif

// 8.6: what a TLS listener's connections share (a cache of sessions) is made when it begins to listen, by ext/openssl.
#if PHP_VERSION_ID >= 80600
inline constexpr bool kListenersShareTls = true;
#else
inline constexpr bool kListenersShareTls = false;
#endif

// 8.6: a stream is asked for what the kernel is to copy from, or to.
#if PHP_VERSION_ID >= 80600
inline bool is_for_copy(int cast_as) { return cast_as == PHP_STREAM_AS_FD_FOR_COPY; }
#else
inline bool is_for_copy(int) { return false; }
#endif

// 8.6: stream_select() has a context, for the errors of its second look at the streams.
#if PHP_VERSION_ID >= 80600
inline constexpr uint32_t kSelectArguments = 6;
#define UVSTREAM_PARAM_SELECT_CONTEXT(arg) Z_PARAM_RESOURCE_OR_NULL(arg)
#else
inline constexpr uint32_t kSelectArguments = 5;
#define UVSTREAM_PARAM_SELECT_CONTEXT(arg)
#endif

// 8.6: what an operation on streams says of its errors is kept until it ends, or dropped.
#if PHP_VERSION_ID >= 80600
inline void begin_stream_errors() { php_stream_error_operation_begin(); }
inline void end_stream_errors(const php_stream_context* context) { php_stream_error_operation_end(context); }
inline void end_stream_errors_of(const php_stream* stream) { php_stream_error_operation_end_for_stream(stream); }
inline void drop_stream_errors() { php_stream_error_operation_abort(); }
#else
inline void begin_stream_errors() {}
inline void end_stream_errors(const php_stream_context*) {}
inline void end_stream_errors_of(const php_stream*) {}
inline void drop_stream_errors() {}
#endif

// While it exists, the warnings of C code are kept from the script, and from error_get_last(): only who watches them
// knows. (Before 8.6 by what decides whether an error is shown, and whether a handler hears of it. Errors of other
// kinds go on as ever.)
class QuietWarnings {
  public:
    explicit QuietWarnings(bool is_on) : is_on_(is_on) {
        if (!is_on_) return;
        begin_stream_errors();
#if PHP_VERSION_ID < 80600
        EG(error_reporting) &= ~E_WARNING;
        EG(user_error_handler_error_reporting) &= ~E_WARNING;
        PG(last_error_message) = PG(last_error_file) = nullptr;
#endif
    }
    ~QuietWarnings() {
        if (!is_on_) return;
        drop_stream_errors();
#if PHP_VERSION_ID < 80600
        EG(error_reporting) |= shown_;
        EG(user_error_handler_error_reporting) |= handled_;
        restore_last_error();
#endif
    }
    QuietWarnings(const QuietWarnings&) = delete;
    QuietWarnings& operator=(const QuietWarnings&) = delete;

  private:
    const bool is_on_;
#if PHP_VERSION_ID < 80600
    const int shown_ = EG(error_reporting) & E_WARNING;
    const int handled_ = EG(user_error_handler_error_reporting) & E_WARNING;
    const int last_type_ = PG(last_error_type), last_line_ = PG(last_error_lineno);
    zend_string* const last_message_ = PG(last_error_message);
    zend_string* const last_file_ = PG(last_error_file);

    // An error of another kind, which may have ended the script, stays.
    void restore_last_error() {
        zend_string *message = last_message_, *file = last_file_;
        if (PG(last_error_message) == nullptr || PG(last_error_type) == E_WARNING) {
            std::swap(message, PG(last_error_message));
            std::swap(file, PG(last_error_file));
            PG(last_error_type) = last_type_;
            PG(last_error_lineno) = last_line_;
        }
        if (message != nullptr) zend_string_release(message);
        if (file != nullptr) zend_string_release(file);
    }
#endif
};

// A context for a Fiber, with a stack of fiber.stack_size. False, with an exception thrown, where there is none. (What
// Zend's own returns is a bool or a zend_result.)
inline bool init_fiber_context(zend_fiber_context* context, zend_fiber_coroutine run) {
    context->stack = nullptr;
    (void)zend_fiber_init_context(context, zend_ce_fiber, run, EG(fiber_stack_size));
    return context->stack != nullptr;
}

// 8.3: on a stack of its own, the engine finds out in time how deep it is. checked_base() is where such a stack begins,
// at its highest address; null before 8.3, where nothing but the guard page ends one.
#ifdef ZEND_CHECK_STACK_LIMIT
inline void set_stack_limits(zend_fiber_stack* stack) {
    EG(stack_base) = zend_fiber_stack_base(stack);
    EG(stack_limit) = zend_fiber_stack_limit(stack);
}
inline char* checked_base(zend_fiber_stack* stack) { return static_cast<char*>(zend_fiber_stack_base(stack)); }
#else
inline void set_stack_limits(zend_fiber_stack*) {}
inline char* checked_base(zend_fiber_stack*) { return nullptr; }
#endif

// A shutdown function that is PHP's own kind of function. (8.5: without a zend_fcall_info.)
inline void append_shutdown_function(zend_function* function) {
    php_shutdown_function_entry entry = {};
#if PHP_VERSION_ID < 80500
    entry.fci.size = sizeof(entry.fci);
    ZVAL_UNDEF(&entry.fci.function_name);
#endif
    entry.fci_cache.function_handler = function;
    append_user_shutdown_function(&entry);
}

// Members of the engine's globals that not every version has.
inline zend_executor_globals& engine_globals() {
    return *reinterpret_cast<zend_executor_globals*>(&EG(uninitialized_zval)); // the first one
}

// Before 8.6: an exception is put aside while a class is loaded, and joins what that throws.
template <class Globals> auto exception_aside(const Globals& globals, int) -> decltype(globals.prev_exception) {
    return globals.prev_exception;
}
template <class Globals> zend_object* exception_aside(const Globals&, long) { return nullptr; }
inline bool has_exception_aside() { return exception_aside(engine_globals(), 0) != nullptr; }
template <class Globals>
auto exchange_exception_aside(Globals& globals, zend_object* other, int) -> decltype(globals.prev_exception) {
    return std::exchange(globals.prev_exception, other);
}
template <class Globals> zend_object* exchange_exception_aside(Globals&, zend_object*, long) { return nullptr; }
inline zend_object* exchange_exception_aside(zend_object* other) {
    return exchange_exception_aside(engine_globals(), other, 0);
}

// Errors that a stream wrapper has kept until its stream is open or not. (PHP 8.6 has another name for the table.)
template <class Globals> auto wrapper_errors(Globals& globals, int) -> decltype((globals.wrapper_errors)) {
    return globals.wrapper_errors;
}
template <class Globals> auto wrapper_errors(Globals& globals, long) -> decltype((globals.wrapper_logged_errors)) {
    return globals.wrapper_logged_errors;
}
inline HashTable*& wrapper_errors() {
    return wrapper_errors(*reinterpret_cast<php_file_globals*>(&FG(pclose_ret)), 0); // the first member
}

// 8.6: which operations on streams are under way, each within the one before. (What ended ones have left is not
// theirs.)
#if PHP_VERSION_ID >= 80600
class StreamOperations {
  public:
    static bool is_empty() { return FG(stream_error_state).operation_depth == 0; }
    void take() {
        php_stream_error_state& state = FG(stream_error_state);
        operations_ = state;
        state.current_operation = nullptr;
        state.operation_depth = state.operation_floor = state.refused_operations = 0;
        state.overflow_operations = nullptr;
        state.overflow_capacity = 0;
    }
    // (To where they were taken: they point to one another.)
    void put() {
        php_stream_error_state& state = FG(stream_error_state);
        if (state.overflow_operations != nullptr) efree(state.overflow_operations);
        operations_.stored_errors = state.stored_errors;
        operations_.stored_count = state.stored_count;
        state = operations_;
    }

  private:
    php_stream_error_state operations_;
};
#else
class StreamOperations {
  public:
    static bool is_empty() { return true; }
    static void take() {}
    static void put() {}
};
#endif

// 8.6: a Closure is given its object as such.
inline void make_closure(zval* closure, const zend_fcall_info_cache& cache) {
    zend_class_entry* const scope = cache.function_handler->common.scope;
#if PHP_VERSION_ID >= 80600
    zend_create_fake_closure(closure, cache.function_handler, scope, cache.called_scope, cache.object);
#else
    zval object;
    if (cache.object != nullptr) ZVAL_OBJ(&object, cache.object);
    zend_create_fake_closure(closure, cache.function_handler, scope, cache.called_scope,
                             cache.object != nullptr ? &object : nullptr);
#endif
}

} // namespace uvstream::zend
