#include "uvstream/php/replaced_functions.h"

#include <string_view>

#include "uvstream/php/client_functions.h"
#include "uvstream/php/close_guard.h"
#include "uvstream/php/crypto_functions.h"
#include "uvstream/php/fiber_methods.h"
#include "uvstream/php/pair_functions.h"
#include "uvstream/php/read_functions.h"
#include "uvstream/php/select_functions.h"
#include "uvstream/php/server_functions.h"
#include "uvstream/php/signal_functions.h"
#include "uvstream/php/wait_functions.h"

namespace uvstream::php {

namespace {

struct Replacement {
    const char* name;
    zif_handler ours;
    zif_handler previous;
};

// The one list of what is replaced, what is called most first. Written at module start-up, before any thread.
Replacement replacements[] = {
    {"fread", ZEND_FN(fread), nullptr},
    {"fgets", ZEND_FN(fgets), nullptr},
    {"fgetc", ZEND_FN(fgetc), nullptr},
    {"stream_get_line", ZEND_FN(stream_get_line), nullptr},
    {"fpassthru", ZEND_FN(fpassthru), nullptr},
    {"fgetcsv", ZEND_FN(fgetcsv), nullptr},
    {"fscanf", ZEND_FN(fscanf), nullptr},
    {"stream_copy_to_stream", ZEND_FN(stream_copy_to_stream), nullptr},
    {"stream_socket_server", ZEND_FN(stream_socket_server), nullptr},
    {"stream_socket_accept", ZEND_FN(stream_socket_accept), nullptr},
    {"stream_socket_client", ZEND_FN(stream_socket_client), nullptr},
    {"fsockopen", ZEND_FN(fsockopen), nullptr},
    {"pfsockopen", ZEND_FN(pfsockopen), nullptr},
    {"stream_socket_enable_crypto", ZEND_FN(stream_socket_enable_crypto), nullptr},
    {"stream_select", ZEND_FN(stream_select), nullptr},
    {"stream_get_contents", ZEND_FN(stream_get_contents), nullptr},
    {"stream_get_transports", ZEND_FN(stream_get_transports), nullptr},
    {"stream_socket_pair", ZEND_FN(stream_socket_pair), nullptr},
    {"fclose", ZEND_FN(fclose), nullptr},
    {"gzclose", ZEND_FN(fclose), nullptr}, // another name of the same
    {"sleep", ZEND_FN(sleep), nullptr},
    {"usleep", ZEND_FN(usleep), nullptr},
    {"time_nanosleep", ZEND_FN(time_nanosleep), nullptr},
    {"time_sleep_until", ZEND_FN(time_sleep_until), nullptr},
    {"pcntl_fork", ZEND_FN(pcntl_fork), nullptr},
    {"pcntl_signal", ZEND_FN(pcntl_signal), nullptr},
    {"pcntl_async_signals", ZEND_FN(pcntl_async_signals), nullptr},
    {"Fiber::suspend", ZEND_MN(Fiber_suspend), nullptr},
    {"Fiber::resume", ZEND_MN(Fiber_resume), nullptr},
    {"Fiber::throw", ZEND_MN(Fiber_throw), nullptr},
};

// Where a function, or a method of Fiber's, is to be found.
const HashTable* table_of(std::string_view& name) {
    constexpr std::string_view kFiber = "Fiber::";
    if (name.substr(0, kFiber.size()) != kFiber) return CG(function_table);
    name.remove_prefix(kFiber.size());
    return &zend_ce_fiber->function_table;
}

// Looked up by name each time: disable_functions frees the entry, and a saved pointer to it would dangle.
zend_internal_function* find(std::string_view name) {
    const HashTable* const table = table_of(name);
    auto* function = static_cast<zend_function*>(zend_hash_str_find_ptr(table, name.data(), name.size()));
    return function != nullptr && function->type == ZEND_INTERNAL_FUNCTION ? &function->internal_function : nullptr;
}

} // namespace

void replace_functions() {
    for (Replacement& replacement : replacements) {
        zend_internal_function* const function = find(replacement.name);
        if (function == nullptr) continue;
        replacement.previous = function->handler;
        function->handler = replacement.ours;
    }
}

void restore_functions() {
    for (Replacement& replacement : replacements) {
        zend_internal_function* const function = find(replacement.name);
        if (function != nullptr && function->handler == replacement.ours) function->handler = replacement.previous;
    }
}

zend_string* replaced_function_names() {
    smart_str names = {};
    for (const Replacement& replacement : replacements) {
        const zend_internal_function* const function = find(replacement.name);
        if (function == nullptr || function->handler != replacement.ours) continue;
        if (names.s != nullptr) smart_str_appends(&names, ", ");
        smart_str_appends(&names, replacement.name);
    }
    return smart_str_extract(&names);
}

zif_handler previous_handler(zif_handler ours) {
    for (const Replacement& replacement : replacements) {
        if (replacement.ours == ours) return replacement.previous;
    }
    return nullptr;
}

} // namespace uvstream::php
