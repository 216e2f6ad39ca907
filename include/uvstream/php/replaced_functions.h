#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Built-in functions and methods whose handlers are ours. Their entries stay PHP's: arginfo, reflection, named
// arguments, strict types and disable_functions know no difference. Put back at shut-down where the handler is still
// ours.
void replace_functions();

// The same for what is there once PHP has started: its SAPI's functions, and those of modules that come after ours.
void replace_late_functions();
void restore_functions();

// Their names, for `php --ri`. To be released.
zend_string* replaced_function_names();

// The handler that stood in the place of `Ours`. Written at module start-up, before any thread.
template <zif_handler Ours> inline zif_handler previous_handler = nullptr;

} // namespace uvstream::php
