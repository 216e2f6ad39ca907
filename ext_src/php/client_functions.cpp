#include "uvstream/php/client_functions.h"

#include <cstring>
#include <string_view>
#include <utility>

#include "uvstream/php/arguments.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/stream/persistent_streams.h"
#include "uvstream/stream/state.h"
#include "uvstream/zend/bailout.h"

namespace uvstream::php {

namespace {

// PHP's function, without its warning where the connect has ended by an exception.
void connect_quietly(zif_handler previous, INTERNAL_FUNCTION_PARAMETERS) {
    const stream::Hush outer = std::exchange(stream::notes().hush, {true});
    previous(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    stream::Hush& hush = stream::notes().hush; // (See sched::Waiter.)
    if (hush.is_on) EG(error_reporting) = hush.error_reporting;
    hush = outer;
}

// Stock leaves the error message empty when ext/openssl ends a connect; the warnings are as they were.
void connect_with_reason(zif_handler previous, uint32_t message_arg, INTERNAL_FUNCTION_PARAMETERS) {
    // That of another connect, within whose error handler this one is called.
    zend_string* const outer = stream::notes().tls_reason.take();
    connect_quietly(previous, INTERNAL_FUNCTION_PARAM_PASSTHRU);
    stream::TlsReason& its_reason = stream::notes().tls_reason;
    zend_string* const reason = its_reason.take();
    its_reason.set(outer);
    if (reason == nullptr) return;
    zval* const message = argument(execute_data, message_arg);
    const bool is_wanted = Z_TYPE_P(return_value) == IS_FALSE && message != nullptr && Z_ISREF_P(message);
    if (is_wanted && !EG(exception)) {
        ZEND_TRY_ASSIGN_REF_STR(message, reason);
    } else {
        zend_string_release(reason);
    }
}

zend_string* joined(std::string_view prefix, std::string_view address, std::string_view port = "") {
    smart_str key = {};
    for (const std::string_view part : {prefix, address, port}) {
        smart_str_appendl_ex(&key, part.data(), part.size(), true);
    }
    smart_str_0(&key);
    return key.s;
}

// Gives the connection that PHP's list of persistent ones has under a key another one, if there is one.
void rename_persistent(zend_string* from, zend_string* to) {
    zval* const entry = zend_hash_find(&EG(persistent_list), from);
    if (entry != nullptr) zend_hash_set_bucket_key(&EG(persistent_list), reinterpret_cast<Bucket*>(entry), to);
}

// Stock cuts the key of a persistent connection at the first NUL byte, where the name of an abstract unix socket
// begins, and takes two of them for one. While it looks, ours has the key that it looks for; before and after, a whole
// one. And the connection that another strand is waiting on is its own: this call makes a fresh one.
template <class Connect>
void connect_with_whole_key(std::string_view prefix, const zval* address, std::string_view port, Connect connect) {
    if (address == nullptr || Z_TYPE_P(address) != IS_STRING) return connect();
    const bool is_cut = memchr(Z_STRVAL_P(address), 0, Z_STRLEN_P(address)) != nullptr;
    const bool has_others = stream::state().scheduler.dispatcher().has_others();
    if (!is_cut && !has_others) return connect();
    zend_string* const whole = joined(prefix, {Z_STRVAL_P(address), Z_STRLEN_P(address)}, port);
    zend_string* const cut = joined(prefix, Z_STRVAL_P(address), is_cut ? "" : port);
    if (has_others) stream::set_aside_if_used(whole);
    rename_persistent(whole, cut);
    const bool has_returned = zend::try_call(connect);
    rename_persistent(cut, whole);
    zend_string_release(whole);
    zend_string_release(cut);
    if (!has_returned) zend::resume_bailout();
}

bool is_persistent(const zval* flags) {
    return flags != nullptr && Z_TYPE_P(flags) == IS_LONG && (Z_LVAL_P(flags) & PHP_STREAM_CLIENT_PERSISTENT) != 0;
}

} // namespace

PHP_FUNCTION(stream_socket_client) {
    const auto connect = [&] {
        connect_with_reason(previous_handler<ZEND_FN(stream_socket_client)>, 3, INTERNAL_FUNCTION_PARAM_PASSTHRU);
    };
    if (!is_persistent(argument(execute_data, 5))) return connect();
    connect_with_whole_key("stream_socket_client__", argument(execute_data, 1), "", connect);
}

PHP_FUNCTION(fsockopen) {
    connect_with_reason(previous_handler<ZEND_FN(fsockopen)>, 4, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(pfsockopen) {
    const zval* const number = argument(execute_data, 2);
    char port[24];
    snprintf(port, sizeof(port), ":" ZEND_LONG_FMT,
             number != nullptr && Z_TYPE_P(number) == IS_LONG ? Z_LVAL_P(number) : -1);
    connect_with_whole_key("pfsockopen__", argument(execute_data, 1), port, [&] {
        connect_with_reason(previous_handler<ZEND_FN(pfsockopen)>, 4, INTERNAL_FUNCTION_PARAM_PASSTHRU);
    });
}

} // namespace uvstream::php
