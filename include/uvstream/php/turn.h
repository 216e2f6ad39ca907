#pragma once

#include <cstdint>

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Whether who has had a thing last, and uses it again, comes before those who wait: what it has set is for its own
// next call.
enum class LastGoesOn : uint8_t { No, Yes };

// What there is one of, and no object stands for it. (No object has such an address.)
enum OnlyOne : uintptr_t { kLastConnection = 1, kSession };

// By what the turns with an object are known: its address. 0 for what is none, which PHP's function refuses. (The call
// has a reference to it.)
uintptr_t number_of(const zval* object);

// Once nobody else has the thing. False: the call is to fail, and an exception says why.
bool begin_turn(uintptr_t thing, LastGoesOn last);

// The strand's turn with a thing, for a call that may wait; none with 0, or with what is the strand's already.
class TurnWith {
  public:
    TurnWith(uintptr_t thing, LastGoesOn last);
    ~TurnWith();
    TurnWith(const TurnWith&) = delete;
    TurnWith& operator=(const TurnWith&) = delete;

    // As begin_turn() says by false.
    bool is_refused() const { return is_refused_; }

    // It is this one's, and ends with it.
    bool is_taken() const { return is_to_end_; }

  private:
    const uintptr_t thing_;
    bool is_to_end_ = false, is_refused_ = false;
};

// Calls a function of PHP's that may wait with a thing that is its strand's alone meanwhile; at once with none, 0. (A
// callback of it may use the thing, too.)
void call_alone(uintptr_t thing, LastGoesOn last, zif_handler function, INTERNAL_FUNCTION_PARAMETERS);

} // namespace uvstream::php
