#include "uvstream/zend/soap_call.h"

#include <cstring>

namespace uvstream::zend {

void* SoapCall::globals_ = nullptr;
size_t SoapCall::is_in_call_ = 0;
size_t SoapCall::before_ = 0, SoapCall::size_before_ = 0, SoapCall::behind_ = 0;
SoapCall::Parts SoapCall::at_rest_;

namespace {

const zend_ini_entry* setting(const char* name) {
    return static_cast<const zend_ini_entry*>(zend_hash_str_find_ptr(EG(ini_directives), name, strlen(name)));
}

size_t place_of(const zend_ini_entry* entry) { return reinterpret_cast<size_t>(entry->mh_arg1); }

} // namespace

char* SoapCall::place() {
#ifdef ZTS
    return static_cast<char*>(TSRMG_BULK(*static_cast<ts_rsrc_id*>(globals_), void*));
#else
    return static_cast<char*>(globals_);
#endif
}

// The type map, a counter and the version, the WSDL, in older PHPs whether a call is under way, the error's code and
// its object, in newer ones whether a call is under way, the settings; the cache, the encoding, the class map, the
// features.
void SoapCall::find() {
    constexpr size_t kTables = 3 * sizeof(HashTable); // before all that, up to PHP 8.5
    const zend_ini_entry* const mode = setting("soap.wsdl_cache");
    const zend_ini_entry* const limit = setting("soap.wsdl_cache_limit");
    if (mode == nullptr || limit == nullptr || sizeof(void*) != 8) return;
    const size_t settings = place_of(mode) - 1;
    before_ = settings >= kTables ? kTables : 0;
    size_before_ = settings - before_;
    if (size_before_ != kMostBefore && size_before_ != kMostBefore - sizeof(void*)) return;
    if (place_of(limit) != settings + 24) return;
    is_in_call_ = size_before_ == kMostBefore ? before_ + 24 : settings;
    behind_ = place_of(limit) + 16;
    globals_ = mode->mh_arg2;
    copy(at_rest_, place());
}

void SoapCall::copy(Parts& to, const char* from) {
    memcpy(to.before, from + before_, size_before_);
    memcpy(to.behind, from + behind_, kBehind);
    to.is_in_call = from[is_in_call_];
}

void SoapCall::copy(char* to, const Parts& from) {
    memcpy(to + before_, from.before, size_before_);
    memcpy(to + behind_, from.behind, kBehind);
    to[is_in_call_] = from.is_in_call;
}

void SoapCall::take() {
    copy(parts_, place());
    copy(place(), at_rest_);
    may_open_urls_ = PG(allow_url_fopen);
    PG(allow_url_fopen) = zend_ini_long(ZEND_STRL("allow_url_fopen"), false) != 0;
}

void SoapCall::put() const {
    copy(place(), parts_);
    PG(allow_url_fopen) = may_open_urls_;
}

} // namespace uvstream::zend
