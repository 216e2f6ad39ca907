#pragma once

#include "uvstream/zend/class_loading.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/php_api.h"
#include "uvstream/zend/pipe_signal.h"
#include "uvstream/zend/soap_call.h"

// What the engine keeps in globals and a strand has to itself, while it is somewhere within what set it. Each part
// tells whether the engine is at rest in it, as nearly always; takes out what the running strand has set, leaving the
// engine at rest; and puts that back. Nothing is counted or copied on the way: what is taken out has moved.
namespace uvstream::task {

// What restore_error_handler() and restore_exception_handler() go back to.
class HandlerStacks {
  public:
    static bool is_at_rest() { return EG(user_error_handlers).top == 0 && EG(user_exception_handlers).top == 0; }
    void take();
    void put() const;
    static void drop(); // enters user code

  private:
    zend_stack error_masks_, error_handlers_, exception_handlers_;
};

// While some constructors run, warnings are exceptions: PDO's own connects within that.
class ErrorThrowing {
  public:
    static bool is_at_rest() { return EG(error_handling) == EH_NORMAL; }
    void take();
    void put() const;

  private:
    zend_error_handling_t handling_;
    zend_class_entry* exception_class_;
};

// The function that usort() and the like call.
class Sorting {
  public:
    static bool is_at_rest() { return BG(user_compare_fci).size == 0; }
    void take();
    void put() const;

  private:
    zend_fcall_info compare_;
    zend_fcall_info_cache compare_cache_;
};

// Which values serialize() has met, or unserialize() made.
class Serializing {
  public:
    static bool is_at_rest() {
        return BG(serialize_lock) == 0 && BG(serialize).level == 0 && BG(unserialize).level == 0;
    }
    void take();
    void put() const;

  private:
    unsigned lock_;
    php_serialize_data* written_;
    php_unserialize_data* read_;
    unsigned write_level_, read_level_;
};

// The classes that are being loaded, or linked; and where the error is said to be that a constant's value, an
// attribute's argument, throws.
class Loading {
  public:
    static bool is_at_rest() {
        return zend::ClassesInLoading::is_empty() && CG(current_linking_class) == nullptr &&
               (CG(delayed_autoloads) == nullptr || zend_hash_num_elements(CG(delayed_autoloads)) == 0) &&
               EG(filename_override) == nullptr;
    }
    void take();
    void put();

  private:
    zend::ClassesInLoading names_;
    zend_class_entry* linking_;
    HashTable* delayed_;
    zend_string* filename_;
    zend_long line_;
};

// Where strtok() goes on.
class Tokens {
  public:
    static bool is_at_rest() { return BG(strtok_string) == nullptr; }
    void take();
    void put() const;
    static void drop();

  private:
    zend_string* string_;
    char* last_;
    size_t length_;
};

// A stream that is being opened: by a wrapper in PHP, maybe for an include, and what its wrapper will say if it fails.
class Opening {
  public:
    static bool is_at_rest() {
        return FG(user_stream_current_filename) == nullptr && !PG(in_user_include) &&
               (zend::wrapper_errors() == nullptr || zend_hash_num_elements(zend::wrapper_errors()) == 0);
    }
    void take();
    void put() const;

  private:
    const char* filename_;
    bool in_include_;
    HashTable* errors_;
};

// proc_close() and pclose(), which are to wait for the process: others let go of theirs without.
class ProcessClosing {
  public:
    static bool is_at_rest() { return FG(pclose_wait) == 0; }
    static void take() { FG(pclose_wait) = 0; }
    static void put() { FG(pclose_wait) = 1; }
};

// PHP 8.6: the operations on streams that are under way.
class StreamOperations {
  public:
    static bool is_at_rest() { return zend::StreamOperations::is_empty(); }
    void take() { operations_.take(); }
    void put() { operations_.put(); }

  private:
    zend::StreamOperations operations_;
};

// ext/soap's call.
class Soap {
  public:
    static bool is_at_rest() { return zend::SoapCall::is_none(); }
    void take() { call_.take(); }
    void put() const { call_.put(); }

  private:
    zend::SoapCall call_;
};

// A library's call that ignores a signal.
class SignalIgnored {
  public:
    static bool is_at_rest() { return zend::PipeSignal::is_as_it_was(); }
    void take() { signal_.take(); }
    void put() const { signal_.put(); }

  private:
    zend::PipeSignal signal_;
};

} // namespace uvstream::task
