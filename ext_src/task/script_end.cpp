#include "uvstream/task/script_end.h"

#include "uvstream/task/tasks.h"
#include "uvstream/zend/compat.h"

namespace uvstream::task {

namespace {

// How many shutdown functions there were when ours was the last one.
uint32_t count_functions() {
    return BG(user_shutdown_function_names) != nullptr ? zend_hash_num_elements(BG(user_shutdown_function_names)) : 0;
}

void at_script_end(INTERNAL_FUNCTION_PARAMETERS) {
    Tasks& all = tasks();
    if (count_functions() > all.shutdown_place) return call_at_script_end(); // others have come behind it
    all.end_script();
}

} // namespace

// A copy of a function that PHP knows: of one of no table's, observers of calls would find no place of their own.
void call_at_script_end() {
    Tasks& all = tasks();
    const auto* const known =
        static_cast<zend_function*>(zend_hash_str_find_ptr(EG(function_table), ZEND_STRL("uvstream\\run")));
    if (known == nullptr || known->type != ZEND_INTERNAL_FUNCTION) return; // (request shut-down ends them, too)
    all.shutdown_function = known->internal_function;
    all.shutdown_function.handler = at_script_end;
    all.shutdown_function.required_num_args = 0; // a debug build counts
    zend::append_shutdown_function(reinterpret_cast<zend_function*>(&all.shutdown_function));
    all.shutdown_place = count_functions();
}

} // namespace uvstream::task
