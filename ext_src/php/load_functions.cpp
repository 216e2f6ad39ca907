#include "uvstream/php/load_functions.h"

#include "uvstream/libraries/replaced_calls.h"
#include "uvstream/php/extension_turns.h"
#include "uvstream/php/replaced_functions.h"

namespace uvstream::php {

PHP_FUNCTION(dl) {
    previous_handler<ZEND_FN(dl)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    replace_extension_functions();
    libraries::replace_calls();
}

} // namespace uvstream::php
