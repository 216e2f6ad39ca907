#include "uvstream/php/extension_turns.h"

#include <cstdint>
#include <cstring>
#include <map>
#include <utility>

#include "uvstream/php/arguments.h"
#include "uvstream/php/turn.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::php {

namespace {
// (libldap locks a mutex of the connection's over its wait: a second call would stop the thread. Clients of
// libmemcached and FTP would read each other's answers.)

const char* const extensions[] = {"memcached", "ldap", "ftp"};

// What stood there, by class and name: a class that inherits a method has a copy of its entry.
using Key = std::pair<const zend_class_entry*, const zend_string*>;
std::map<Key, zif_handler> previous; // NOLINT: written as modules are loaded, before any thread calls one of theirs

Key key_of(const zend_internal_function& function) { return {function.scope, function.function_name}; }

// The object that is called, or the first that is passed; 0 for none.
uintptr_t object_of(zend_execute_data* call) {
    uintptr_t number = number_of(&call->This);
    for (uint32_t i = 1; number == 0 && i <= ZEND_CALL_NUM_ARGS(call); ++i) number = number_of(argument(call, i));
    return number;
}

ZEND_NAMED_FUNCTION(call_in_turn) {
    const auto found = previous.find(key_of(execute_data->func->internal_function));
    call_alone(object_of(execute_data), LastGoesOn::No, found->second, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

bool is_of(const zend_module_entry* module) {
    for (const char* const extension : extensions) {
        if (module != nullptr && strcmp(module->name, extension) == 0) return true;
    }
    return false;
}

// Calls visit(function) with each that is PHP's own.
template <class Visit> void for_each_function(HashTable* table, Visit visit) {
    zval* its;
    ZEND_HASH_FOREACH_VAL(table, its) {
        auto* const function = static_cast<zend_function*>(Z_PTR_P(its));
        if (function->type == ZEND_INTERNAL_FUNCTION) visit(function->internal_function);
    }
    ZEND_HASH_FOREACH_END();
}
template <class Visit> void for_each_function(Visit visit) {
    for_each_function(CG(function_table), visit);
    zval* its;
    ZEND_HASH_FOREACH_VAL(CG(class_table), its) {
        auto* const its_class = static_cast<zend_class_entry*>(Z_PTR_P(its));
        if (its_class->type == ZEND_INTERNAL_CLASS) for_each_function(&its_class->function_table, visit);
    }
    ZEND_HASH_FOREACH_END();
}

} // namespace

void replace_extension_functions() {
    for_each_function([](zend_internal_function& function) {
        if (function.handler == call_in_turn || !is_of(function.module)) return;
        previous[key_of(function)] = function.handler;
        function.handler = call_in_turn;
    });
}

void restore_extension_functions() {
    for_each_function([](zend_internal_function& function) {
        if (function.handler == call_in_turn) function.handler = previous[key_of(function)];
    });
    previous.clear();
}

} // namespace uvstream::php
