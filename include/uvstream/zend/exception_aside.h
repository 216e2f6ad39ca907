#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

// While other strands run, which are not to see the exception that is on its way in this one.
class ExceptionAside {
  public:
    ExceptionAside() : exception_(EG(exception)), previous_(EG(prev_exception)), opline_(EG(opline_before_exception)) {
        EG(exception) = EG(prev_exception) = nullptr;
    }
    ~ExceptionAside() {
        EG(exception) = exception_;
        EG(prev_exception) = previous_;
        EG(opline_before_exception) = opline_;
    }
    ExceptionAside(const ExceptionAside&) = delete;
    ExceptionAside& operator=(const ExceptionAside&) = delete;

  private:
    zend_object *exception_, *previous_;
    const zend_op* opline_;
};

} // namespace uvstream::zend
