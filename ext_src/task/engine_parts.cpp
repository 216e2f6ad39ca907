#include "uvstream/task/engine_parts.h"

namespace uvstream::task {

namespace {

// What an empty one has allocated stays with whoever finds it.
void take_stack(zend_stack& stack, zend_stack& from) {
    stack = from;
    zend_stack_init(&from, from.size);
}

void put_stack(const zend_stack& stack, zend_stack& to) {
    zend_stack_destroy(&to);
    to = stack;
}

// From the top, each only once it is off: its destructor may set and restore handlers.
void drop_stack(zend_stack& stack) {
    while (stack.top > 0) {
        zval handler = *static_cast<zval*>(zend_stack_top(&stack));
        zend_stack_del_top(&stack);
        zval_ptr_dtor(&handler);
    }
}

// Of two tables, one of which is empty.
void put_table(HashTable* table, HashTable*& to) {
    if (to != nullptr) zend_array_destroy(to);
    to = table;
}

} // namespace

void HandlerStacks::take() {
    take_stack(error_masks_, EG(user_error_handlers_error_reporting));
    take_stack(error_handlers_, EG(user_error_handlers));
    take_stack(exception_handlers_, EG(user_exception_handlers));
}

void HandlerStacks::put() const {
    put_stack(error_masks_, EG(user_error_handlers_error_reporting));
    put_stack(error_handlers_, EG(user_error_handlers));
    put_stack(exception_handlers_, EG(user_exception_handlers));
}

void HandlerStacks::drop() {
    drop_stack(EG(user_error_handlers));
    EG(user_error_handlers_error_reporting).top = 0;
    drop_stack(EG(user_exception_handlers));
}

void ErrorThrowing::take() {
    handling_ = EG(error_handling);
    exception_class_ = EG(exception_class);
    EG(error_handling) = EH_NORMAL;
    EG(exception_class) = nullptr;
}

void ErrorThrowing::put() const {
    EG(error_handling) = handling_;
    EG(exception_class) = exception_class_;
}

void Sorting::take() {
    compare_ = BG(user_compare_fci);
    compare_cache_ = BG(user_compare_fci_cache);
    BG(user_compare_fci) = empty_fcall_info;
    BG(user_compare_fci_cache) = empty_fcall_info_cache;
}

void Sorting::put() const {
    BG(user_compare_fci) = compare_;
    BG(user_compare_fci_cache) = compare_cache_;
}

void Serializing::take() {
    lock_ = BG(serialize_lock);
    written_ = BG(serialize).data;
    write_level_ = BG(serialize).level;
    read_ = BG(unserialize).data;
    read_level_ = BG(unserialize).level;
    BG(serialize_lock) = 0;
    BG(serialize) = {};
    BG(unserialize) = {};
}

void Serializing::put() const {
    BG(serialize_lock) = lock_;
    BG(serialize) = {written_, write_level_};
    BG(unserialize) = {read_, read_level_};
}

void Loading::take() {
    names_.take();
    linking_ = CG(current_linking_class);
    delayed_ = CG(delayed_autoloads);
    filename_ = EG(filename_override);
    line_ = EG(lineno_override);
    CG(current_linking_class) = nullptr;
    CG(delayed_autoloads) = nullptr;
    EG(filename_override) = nullptr;
    EG(lineno_override) = -1;
}

void Loading::put() {
    names_.put();
    CG(current_linking_class) = linking_;
    put_table(delayed_, CG(delayed_autoloads));
    EG(filename_override) = filename_;
    EG(lineno_override) = line_;
}

void Tokens::take() {
    string_ = BG(strtok_string);
    last_ = BG(strtok_last);
    length_ = BG(strtok_len);
    BG(strtok_string) = nullptr;
}

void Tokens::put() const {
    BG(strtok_string) = string_;
    BG(strtok_last) = last_;
    BG(strtok_len) = length_;
}

void Tokens::drop() {
    if (BG(strtok_string) != nullptr) zend_string_release(BG(strtok_string));
    BG(strtok_string) = nullptr;
}

void Opening::take() {
    filename_ = FG(user_stream_current_filename);
    in_include_ = PG(in_user_include);
    errors_ = zend::wrapper_errors();
    FG(user_stream_current_filename) = nullptr;
    PG(in_user_include) = false;
    zend::wrapper_errors() = nullptr;
}

void Opening::put() const {
    FG(user_stream_current_filename) = filename_;
    PG(in_user_include) = in_include_;
    put_table(errors_, zend::wrapper_errors());
}

} // namespace uvstream::task
