#include "uvstream/zend/exception_chain.h"

#include "uvstream/zend/task_report.h"

namespace uvstream::zend {

namespace {

zval* read(zend_object* exception, zend_known_string_id name, zval* memory) {
    zend_class_entry* const base =
        instanceof_function(exception->ce, zend_ce_exception) ? zend_ce_exception : zend_ce_error;
    zval* value = zend_read_property_ex(base, exception, ZSTR_KNOWN(name), true, memory);
    ZVAL_DEREF(value);
    return value;
}

zend_object* previous_of(zend_object* exception) {
    zval memory;
    const zval* const previous = read(exception, ZEND_STR_PREVIOUS, &memory);
    return Z_TYPE_P(previous) == IS_OBJECT ? Z_OBJ_P(previous) : nullptr;
}

// How many calls of the script's own code it was made in.
size_t count_calls(zend_object* exception) {
    zval memory;
    const zval* const trace = read(exception, ZEND_STR_TRACE, &memory);
    if (Z_TYPE_P(trace) != IS_ARRAY) return 0;
    size_t calls = 0;
    const zval* frame;
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(trace), frame) {
        if (Z_TYPE_P(frame) == IS_ARRAY && zend_hash_exists(Z_ARRVAL_P(frame), ZSTR_KNOWN(ZEND_STR_FILE))) ++calls;
    }
    ZEND_HASH_FOREACH_END();
    return calls;
}

bool are_equal(zend_object* one, zend_object* other, zend_known_string_id name) {
    zval memory, others_memory;
    return zend_is_identical(read(one, name, &memory), read(other, name, &others_memory));
}

bool are_of_one_call(zend_object* one, zend_object* other) {
    return are_equal(one, other, ZEND_STR_FILE) && are_equal(one, other, ZEND_STR_LINE) &&
           count_calls(one) == count_calls(other);
}

} // namespace

void put_behind(zend_object* exception, zend_object* further) {
    for (zend_object* it = exception; it != nullptr; it = previous_of(it)) {
        if (it == further) return OBJ_RELEASE(further);
    }
    zend_exception_set_previous(exception, further);
}

zend_object* find_cancelled(zend_object* exception) {
    if (is_exit(exception)) return nullptr;
    for (; exception != nullptr; exception = previous_of(exception)) {
        if (exception->ce == task_classes.cancelled_error) return exception;
    }
    return nullptr;
}

zend_object* as_cancelled(zend_object* exception) {
    zend_object* const cancelled = find_cancelled(exception);
    return cancelled != nullptr && are_of_one_call(exception, cancelled) ? cancelled : nullptr;
}

bool is_deadline(const zend_object* cancelled) {
    if (cancelled == nullptr) return false;
    zval memory;
    const zval* const reason = zend_read_property(task_classes.cancelled_error, const_cast<zend_object*>(cancelled),
                                                  ZEND_STRL("reason"), true, &memory);
    return Z_TYPE_P(reason) == IS_OBJECT &&
           zend_string_equals_literal(Z_STR_P(zend_enum_fetch_case_name(Z_OBJ_P(reason))), "Deadline");
}

} // namespace uvstream::zend
