#pragma once

#include <string_view>

#include "uvstream/zend/php_api.h"

// Names that uvstream adds to PHP's. Who has declared one before us keeps it: PHP itself in a later version, an
// extension that starts before us, or the script that loads us by dl().
namespace uvstream::php {

// Registers those of the functions whose names are free.
zend_result declare_functions(const zend_function_entry* functions, int type);
// Removes those that are ours.
void remove_functions(const zend_function_entry* functions);

void declare_constant(std::string_view name, zend_long value, int module_number);

// PHP would put a class of ours in the place of the one that is there, and free that.
bool has_class(std::string_view name);

} // namespace uvstream::php
