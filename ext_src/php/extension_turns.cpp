#include "uvstream/php/extension_turns.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "uvstream/php/arguments.h"
#include "uvstream/php/turn.h"
#include "uvstream/zend/modules.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::php {

namespace {

// (libldap locks a mutex of the connection's over its wait: a second call would stop the thread. Clients of
// libmemcached and FTP would read each other's answers.)
const char* const extensions[] = {"memcached", "ldap", "ftp"};

// These wait for nothing: they say how the last call has ended, before another task makes the next one.
const char* const of_last_call[] = {"getResultCode",    "getResultMessage",  "getLastErrorMessage",
                                    "getLastErrorCode", "getLastErrorErrno", "getLastDisconnectedServer",
                                    "ldap_errno",       "ldap_error"};

// What stood there, by class and name (whose text opcache moves): a class that inherits a method has a copy of its
// entry.
using Key = std::pair<const zend_class_entry*, std::string>;
std::map<Key, zif_handler> previous; // NOLINT: written as modules are loaded, before any thread calls one of theirs

Key key_of(const zend_internal_function& function) { return {function.scope, ZSTR_VAL(function.function_name)}; }

// What a call uses, which is taken in an order that is the same for all. (An array of connections is what ldap_search()
// and its like take; more than this are not searched at once.)
class Things {
  public:
    explicit Things(zend_execute_data* call) {
        add(&call->This);
        for (uint32_t i = 1; count_ == 0 && i <= ZEND_CALL_NUM_ARGS(call); ++i) add(argument(call, i));
        std::sort(list_, list_ + count_);
        count_ = static_cast<size_t>(std::unique(list_, list_ + count_) - list_);
    }
    const uintptr_t* begin() const { return list_; }
    const uintptr_t* end() const { return list_ + count_; }

  private:
    static constexpr size_t kMost = 64;

    void add_object(const zval* its) {
        if (const uintptr_t number = number_of(its); number != 0 && count_ < kMost) list_[count_++] = number;
    }
    void add(const zval* its) {
        add_object(its);
        if (its == nullptr || Z_TYPE_P(its) != IS_ARRAY) return;
        zval* one;
        ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(its), one) { add_object(one); }
        ZEND_HASH_FOREACH_END();
    }

    uintptr_t list_[kMost];
    size_t count_ = 0;
};

// (As deep as an array has connections.) NOLINTNEXTLINE(misc-no-recursion)
void call_with(const uintptr_t* things, const uintptr_t* end, zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    if (things == end) return function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    const TurnWith turn(*things, LastGoesOn::No);
    if (turn.is_refused()) RETURN_FALSE;
    call_with(things + 1, end, function, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_NAMED_FUNCTION(call_in_turn) {
    const zif_handler function = previous.find(key_of(execute_data->func->internal_function))->second;
    const Things things(execute_data);
    call_with(things.begin(), things.end(), function, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

bool is_to_take_turns(const zend_internal_function& function) {
    const auto is = [](const char* text) { return [=](const char* one) { return strcmp(text, one) == 0; }; };
    return function.module != nullptr &&
           std::any_of(std::begin(extensions), std::end(extensions), is(function.module->name)) &&
           std::none_of(std::begin(of_last_call), std::end(of_last_call), is(ZSTR_VAL(function.function_name)));
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
    const bool are_any = std::any_of(std::begin(extensions), std::end(extensions), zend::find_module);
    if (!are_any) return; // (to look at all that PHP has takes time)
    for_each_function([](zend_internal_function& function) {
        if (function.handler == call_in_turn || !is_to_take_turns(function)) return;
        previous[key_of(function)] = function.handler;
        function.handler = call_in_turn;
    });
}

void restore_extension_functions() {
    if (previous.empty()) return;
    for_each_function([](zend_internal_function& function) {
        if (function.handler == call_in_turn) function.handler = previous[key_of(function)];
    });
    previous.clear();
}

} // namespace uvstream::php
