#include "uvstream/php/own_names.h"

namespace uvstream::php {

namespace {

const zend_function* function_of(std::string_view name) {
    return static_cast<const zend_function*>(zend_hash_str_find_ptr_lc(CG(function_table), name.data(), name.size()));
}

bool is_ours(const zend_function* function, const zend_function_entry& entry) {
    return function != nullptr && function->type == ZEND_INTERNAL_FUNCTION &&
           function->internal_function.handler == entry.handler;
}

} // namespace

zend_result declare_functions(const zend_function_entry* functions, int type) {
    for (; functions->fname != nullptr; functions++) {
        if (function_of(functions->fname) != nullptr) continue;
        const zend_function_entry one[] = {*functions, ZEND_FE_END};
        if (zend_register_functions(nullptr, one, nullptr, type) != SUCCESS) return FAILURE;
    }
    return SUCCESS;
}

void remove_functions(const zend_function_entry* functions) {
    for (; functions->fname != nullptr; functions++) {
        if (is_ours(function_of(functions->fname), *functions)) zend_unregister_functions(functions, 1, nullptr);
    }
}

void declare_constant(std::string_view name, zend_long value, int module_number) {
    if (zend_get_constant_str(name.data(), name.size()) != nullptr) return;
    zend_register_long_constant(name.data(), name.size(), value, CONST_PERSISTENT, module_number);
}

bool has_class(std::string_view name) {
    return zend_hash_str_find_ptr_lc(CG(class_table), name.data(), name.size()) != nullptr;
}

} // namespace uvstream::php
