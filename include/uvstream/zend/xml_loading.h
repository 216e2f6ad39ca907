#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

// How ext/libxml opens what XML is read from: with which stream context, and whether other files that it names are
// refused. A script sets that, and ext/soap for as long as it loads a WSDL, which waits.
class XmlLoading {
  public:
    // Once the extensions have begun. Where ext/libxml is not there, or is not as it was from PHP 8.2 to 8.6, nothing
    // is ever set.
    static void find();

    // Moves here what is set, and leaves none; and back.
    void take();
    void put();

    void copy_current();
    void drop(); // enters user code
    void forget() { *this = {}; }

  private:
    static zval* context();
    static bool& refuses();

    static void* globals_; // libxml's, or, with threads, the number of each thread's; null: nothing is ever set
    static size_t size_;

    zval context_ = {};
    bool refuses_ = false;
};

} // namespace uvstream::zend
