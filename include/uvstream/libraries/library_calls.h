#pragma once

#include <string_view>

#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {

// The libraries whose waits park: "libcurl,libpq". Names are those of their files (see find_objects()), also of
// extensions of PHP's that wait by themselves; blanks around them do not count. For the process; before its calls are
// replaced. False, and nothing changes, where one is no name.
bool set_park_libraries(std::string_view names);

// Has their calls park, of those that are loaded by now. For replace_calls(), one thread at a time.
void replace_library_calls();
bool restore_library_calls();

// "libcurl (poll), libpq (poll, getaddrinfo)": those that are.
zend_string* replaced_library_calls();

} // namespace uvstream::libraries
