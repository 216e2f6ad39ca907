#pragma once

#include <cstddef>

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

// What ext/soap keeps in its globals during a call, which waits for the answer: the WSDL, the class map, the encoding,
// the options by which it then reads it. It shows them to nobody; but its settings in php.ini, which PHP knows the
// place of, lie between them. Where it opens a URL it takes allow_url_fopen for set, too.
class SoapCall {
  public:
    // Once the extensions have begun. Where ext/soap is not there, or is not as it was from PHP 8.2 to 8.6, no call is
    // ever under way.
    static void find();

    static bool is_none() { return globals_ == nullptr || !*reinterpret_cast<const bool*>(place() + is_in_call_); }
    void take();
    void put() const;

  private:
    static constexpr size_t kMostBefore = 56, kBehind = 20;
    struct Parts {
        char before[kMostBefore];
        char behind[kBehind];
        char is_in_call;
    };
    static char* place();
    static void copy(Parts& to, const char* from);
    static void copy(char* to, const Parts& from);

    static void* globals_;     // theirs, or, with threads, the number of each thread's
    static size_t is_in_call_; // where they have what they have, counted in bytes
    static size_t before_, size_before_, behind_;
    static Parts at_rest_;

    Parts parts_;
    bool may_open_urls_;
};

} // namespace uvstream::zend
