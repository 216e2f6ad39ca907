#include "uvstream/zend/ini.h"

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

int ini_error_reporting() {
    const auto* const entry =
        static_cast<zend_ini_entry*>(zend_hash_str_find_ptr(EG(ini_directives), ZEND_STRL("error_reporting")));
    if (entry == nullptr || entry->value == nullptr) return E_ALL; // (unset is not 0)
    return static_cast<int>(ZEND_STRTOL(ZSTR_VAL(entry->value), nullptr, 0));
}

} // namespace uvstream::zend
