#include "uvstream/php/replaced_functions.h"

#include <cstddef>
#include <string_view>

#include "uvstream/php/client_functions.h"
#include "uvstream/php/close_guard.h"
#include "uvstream/php/connection_functions.h"
#include "uvstream/php/crypto_functions.h"
#include "uvstream/php/curl_functions.h"
#include "uvstream/php/fiber_methods.h"
#include "uvstream/php/load_functions.h"
#include "uvstream/php/pair_functions.h"
#include "uvstream/php/read_functions.h"
#include "uvstream/php/select_functions.h"
#include "uvstream/php/server_functions.h"
#include "uvstream/php/session_functions.h"
#include "uvstream/php/signal_functions.h"
#include "uvstream/php/wait_functions.h"

namespace uvstream::php {

namespace {

struct Replacement {
    const char* name;
    zif_handler ours;
    zif_handler& previous;
};

template <zif_handler Ours> constexpr Replacement replace(const char* name) {
    return {name, Ours, previous_handler<Ours>};
}

// The one list of what is replaced.
const Replacement replacements[] = {
    replace<ZEND_FN(fread)>("fread"),
    replace<ZEND_FN(fgets)>("fgets"),
    replace<ZEND_FN(fgetc)>("fgetc"),
    replace<ZEND_FN(stream_get_line)>("stream_get_line"),
    replace<ZEND_FN(fpassthru)>("fpassthru"),
    replace<ZEND_FN(fgetcsv)>("fgetcsv"),
    replace<ZEND_FN(fscanf)>("fscanf"),
    replace<ZEND_FN(stream_copy_to_stream)>("stream_copy_to_stream"),
    replace<ZEND_FN(stream_socket_server)>("stream_socket_server"),
    replace<ZEND_FN(stream_socket_accept)>("stream_socket_accept"),
    replace<ZEND_FN(stream_socket_client)>("stream_socket_client"),
    replace<ZEND_FN(fsockopen)>("fsockopen"),
    replace<ZEND_FN(pfsockopen)>("pfsockopen"),
    replace<ZEND_FN(stream_socket_enable_crypto)>("stream_socket_enable_crypto"),
    replace<ZEND_FN(stream_select)>("stream_select"),
    replace<ZEND_FN(stream_get_contents)>("stream_get_contents"),
    replace<ZEND_FN(stream_get_transports)>("stream_get_transports"),
    replace<ZEND_FN(stream_socket_pair)>("stream_socket_pair"),
    replace<ZEND_FN(proc_open)>("proc_open"),
    replace<ZEND_FN(fclose)>("gzclose"), // another name of the next one, whose handler stands for both
    replace<ZEND_FN(fclose)>("fclose"),
    replace<ZEND_FN(sleep)>("sleep"),
    replace<ZEND_FN(usleep)>("usleep"),
    replace<ZEND_FN(time_nanosleep)>("time_nanosleep"),
    replace<ZEND_FN(time_sleep_until)>("time_sleep_until"),
    replace<ZEND_FN(dl)>("dl"),
    replace<ZEND_FN(session_start)>("session_start"),
    replace<ZEND_FN(session_write_close)>("session_commit"), // as with fclose()
    replace<ZEND_FN(session_write_close)>("session_write_close"),
    replace<ZEND_FN(session_abort)>("session_abort"),
    replace<ZEND_FN(session_reset)>("session_reset"),
    replace<ZEND_FN(session_destroy)>("session_destroy"),
    replace<ZEND_FN(session_regenerate_id)>("session_regenerate_id"),
    replace<ZEND_FN(curl_exec)>("curl_exec"),
    replace<ZEND_FN(curl_setopt)>("curl_setopt"),
    replace<ZEND_FN(curl_setopt_array)>("curl_setopt_array"),
    replace<ZEND_FN(curl_reset)>("curl_reset"),
    replace<ZEND_FN(curl_multi_exec)>("curl_multi_exec"),
    replace<ZEND_FN(curl_multi_add_handle)>("curl_multi_add_handle"),
    replace<ZEND_FN(curl_multi_remove_handle)>("curl_multi_remove_handle"),
    replace<ZEND_FN(curl_multi_close)>("curl_multi_close"),
    replace<ZEND_FN(pg_close)>("pg_close"),
    replace<ZEND_FN(pg_pconnect)>("pg_pconnect"),
    replace<ZEND_MN(PDO___construct)>("PDO::__construct"),
    replace<ZEND_MN(PDO_connect)>("PDO::connect"),
    replace<ZEND_MN(PDOStatement_execute)>("PDOStatement::execute"),
    replace<ZEND_MN(PDOStatement_fetch)>("PDOStatement::fetch"),
    replace<ZEND_MN(PDOStatement_fetchAll)>("PDOStatement::fetchAll"),
    replace<ZEND_MN(PDOStatement_fetchColumn)>("PDOStatement::fetchColumn"),
    replace<ZEND_MN(PDOStatement_fetchObject)>("PDOStatement::fetchObject"),
    replace<ZEND_MN(PDOStatement_getColumnMeta)>("PDOStatement::getColumnMeta"),
    replace<ZEND_FN(pcntl_fork)>("pcntl_fork"),
    replace<ZEND_FN(pcntl_signal)>("pcntl_signal"),
    replace<ZEND_FN(pcntl_async_signals)>("pcntl_async_signals"),
    replace<ZEND_MN(Fiber_suspend)>("Fiber::suspend"),
    replace<ZEND_MN(Fiber_resume)>("Fiber::resume"),
    replace<ZEND_MN(Fiber_throw)>("Fiber::throw"),
};

// The class of a method, which is left of its name; null for a function.
zend_class_entry* class_of(std::string_view& name) {
    const size_t end = name.find("::");
    if (end == std::string_view::npos) return nullptr;
    auto* const found = static_cast<zend_class_entry*>(zend_hash_str_find_ptr_lc(CG(class_table), name.data(), end));
    name.remove_prefix(end + 2);
    return found;
}

zend_internal_function* find(const HashTable* table, std::string_view name) {
    auto* function = static_cast<zend_function*>(zend_hash_str_find_ptr_lc(table, name.data(), name.size()));
    return function != nullptr && function->type == ZEND_INTERNAL_FUNCTION ? &function->internal_function : nullptr;
}

// Looked up by name each time: disable_functions frees the entry, and a saved pointer to it would dangle.
zend_internal_function* find(std::string_view name) {
    const bool is_method = name.find(':') != std::string_view::npos;
    const zend_class_entry* const its_class = class_of(name);
    if (is_method && its_class == nullptr) return nullptr;
    return find(is_method ? &its_class->function_table : CG(function_table), name);
}

// In PHP's own classes that inherit the method: each has a copy.
void exchange_in_heirs(std::string_view name, zif_handler from, zif_handler to) {
    zend_class_entry* const its_class = class_of(name);
    zval* entry = nullptr;
    if (its_class == nullptr || (its_class->ce_flags & ZEND_ACC_FINAL) != 0) return;
    ZEND_HASH_FOREACH_VAL(CG(class_table), entry) {
        auto* const heir = static_cast<zend_class_entry*>(Z_PTR_P(entry));
        if (heir->type != ZEND_INTERNAL_CLASS || !instanceof_function(heir, its_class)) continue;
        zend_internal_function* const function = find(&heir->function_table, name);
        if (function != nullptr && function->handler == from) function->handler = to;
    }
    ZEND_HASH_FOREACH_END();
}

void take_place(const Replacement& replacement) {
    zend_internal_function* const function = find(replacement.name);
    if (function == nullptr) return;
    replacement.previous = function->handler;
    function->handler = replacement.ours;
    exchange_in_heirs(replacement.name, replacement.previous, replacement.ours);
}

} // namespace

void replace_functions() {
    for (const Replacement& replacement : replacements) take_place(replacement);
}

void replace_late_functions() {
    for (const Replacement& replacement : replacements) {
        if (replacement.previous == nullptr) take_place(replacement);
    }
}

void restore_functions() {
    for (const Replacement& replacement : replacements) {
        zend_internal_function* const function = find(replacement.name);
        if (function == nullptr || function->handler != replacement.ours) continue;
        function->handler = replacement.previous;
        exchange_in_heirs(replacement.name, replacement.ours, replacement.previous);
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

} // namespace uvstream::php
