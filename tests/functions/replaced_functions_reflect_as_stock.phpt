--TEST--
Replaced functions reflect as PHP's own do, with uvstream and without
--FILE--
<?php
$code = '
foreach (["stream_socket_server", "stream_get_transports", "fclose"] as $name) {
    $function = new ReflectionFunction($name);
    echo $function, $function->getExtensionName(), " ", json_encode([$function->isInternal(), $function->isDeprecated(),
        $function->isDisabled ?? null, $function->returnsReference(), $function->isVariadic(),
        $function->getNumberOfParameters(), $function->getNumberOfRequiredParameters(), (string) $function->getReturnType()]), "\n";
    foreach ($function->getParameters() as $parameter) {
        echo $parameter, json_encode([$parameter->isPassedByReference(), $parameter->canBePassedByValue(), $parameter->isOptional()]), "\n";
    }
}
var_dump(get_extension_funcs("standard") === null, function_exists("stream_socket_server"));
';
ob_start();
eval($code);
$ours = ob_get_clean();
$stock = shell_exec(escapeshellarg(PHP_BINARY) . ' -n -d uvstream.enable=0 -r ' . escapeshellarg($code));
var_dump($ours === $stock);
echo (new ReflectionFunction('stream_socket_server'))->getExtensionName(), "\n";
var_dump(array_search('stream_socket_server', get_extension_funcs('uvstream') ?: []));
?>
--EXPECT--
bool(true)
standard
bool(false)
