#pragma once

#include <type_traits>

#include "uvstream/zend/compat.h"
#include "uvstream/zend/php_api.h"

// What the engine keeps of the classes that are being loaded.
namespace uvstream::zend {

// Their names: the engine does not load one of them within its own loader. A table since PHP 8.6, ...
template <class Globals, class = void> class NamesInLoading {
  public:
    static bool is_empty() { return zend_hash_num_elements(&table()) == 0; }
    void take() {
        names_ = table();
        zend_hash_init(&table(), 8, nullptr, nullptr, 0);
    }
    void put() {
        zend_hash_destroy(&table());
        table() = names_;
    }

  private:
    static HashTable& table(Globals& globals = engine_globals()) { return globals.autoload_current_classnames; }
    HashTable names_;
};

// ... and before made when the first one is loaded.
template <class Globals> class NamesInLoading<Globals, std::void_t<decltype(Globals::in_autoload)>> {
  public:
    static bool is_empty() { return table() == nullptr || zend_hash_num_elements(table()) == 0; }
    void take() {
        names_ = table();
        table() = nullptr;
    }
    void put() {
        if (table() != nullptr) zend_array_destroy(table());
        table() = names_;
    }

  private:
    static HashTable*& table(Globals& globals = engine_globals()) { return globals.in_autoload; }
    HashTable* names_;
};

using ClassesInLoading = NamesInLoading<zend_executor_globals>;

} // namespace uvstream::zend
